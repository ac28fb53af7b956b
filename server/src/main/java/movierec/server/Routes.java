package movierec.server;

import static movierec.server.http.Route.delete;
import static movierec.server.http.Route.get;
import static movierec.server.http.Route.patch;
import static movierec.server.http.Route.post;
import static movierec.server.http.Route.put;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import movierec.app.Movierec;
import movierec.app.Recommender;
import movierec.app.Stores;
import movierec.app.TrainingProcess;
import movierec.identity.IdentityProvider;
import movierec.identity.UserId;
import movierec.recommend.LiveServingState;
import movierec.server.admin.AccountEndpoints;
import movierec.server.admin.ApiKeyEndpoints;
import movierec.server.admin.JobEndpoints;
import movierec.server.admin.ModelEndpoints;
import movierec.server.docs.Build;
import movierec.server.docs.LandingPage;
import movierec.server.docs.OpenApi;
import movierec.server.docs.ShowAbout;
import movierec.server.docs.ShowVersion;
import movierec.server.docs.SwaggerUi;
import movierec.server.http.Policy;
import movierec.server.http.Route;
import movierec.server.identity.IssueToken;
import movierec.server.identity.RefreshTokens;
import movierec.server.identity.ResetPassword;
import movierec.server.identity.SendCode;
import movierec.server.identity.ShowAccount;
import movierec.server.identity.ShowKeys;
import movierec.server.identity.SignIn;
import movierec.server.identity.SignOut;
import movierec.server.identity.SignUp;
import movierec.server.identity.TokenAuthenticator;
import movierec.server.metrics.Health;
import movierec.server.metrics.Metrics;
import movierec.server.metrics.ShowMetrics;
import movierec.server.recommend.IssueGroupPass;
import movierec.server.recommend.RecommendToGroup;
import movierec.server.recommend.RecommendToSession;
import movierec.server.recommend.RecommendationJson;
import movierec.server.recommend.ShowHome;
import movierec.server.recommend.ShowModel;
import movierec.server.recommend.ShowRecommendations;
import movierec.server.recommend.ShowSimilar;
import movierec.server.recommend.ShowSurprise;
import movierec.server.security.Authenticator;
import movierec.server.security.DevelopmentBypass;
import movierec.server.taste.EraseUser;
import movierec.server.taste.ExportUser;
import movierec.server.taste.HistoryEndpoints;
import movierec.server.taste.ListEndpoints;
import movierec.server.taste.PreferencesEndpoints;
import movierec.server.taste.RatingEndpoints;
import movierec.server.taste.RecordEvents;
import movierec.server.taste.ShowVocabularies;
import movierec.server.title.DiscoverTitles;
import movierec.server.title.Posters;
import movierec.server.title.SearchTitles;
import movierec.server.title.ShowImage;
import movierec.server.title.ShowMedia;
import movierec.server.title.ShowTitle;
import movierec.server.title.TitleJson;
import movierec.taste.ListKind;

/** The route table: every path of the server, who may call it, and what answers. The busiest come first. */
public final class Routes {
    private static final String CATALOGUE = "catalogue";
    private static final String EVENTS = "events";
    private static final String RECOMMEND = "recommend";

    private Routes() {}

    /** Everything a server answers. */
    public static List<Route> all(
            Movierec movierec, TrainingProcess training, Build build, Metrics metrics, Health health) {
        Posters posters = new Posters(movierec.config().images().mode(), movierec::imageBase);
        TitleJson json = new TitleJson(posters);
        return Stream.of(
                        recommendations(movierec, metrics, new RecommendationJson(json)),
                        titles(movierec, json),
                        taste(movierec, metrics),
                        lists(movierec, metrics, json),
                        identity(movierec),
                        admin(movierec, training),
                        platform(build, posters.foreignOrigin(), metrics, health))
                .flatMap(List::stream)
                .toList();
    }

    /** Who is let in, and as whom. */
    public static Authenticator authenticator(Movierec movierec) {
        Authenticator real = new TokenAuthenticator(
                movierec.people().identity(), movierec.people().apiKeys());
        return movierec.config().authBypass() ? new DevelopmentBypass(real, new UserId("developer")) : real;
    }

    private static List<Route> recommendations(Movierec movierec, Metrics metrics, RecommendationJson json) {
        Recommender recommender = movierec.recommender();
        Stores stores = movierec.stores();
        InstantSource clock = movierec.clock();
        ShowRecommendations personal = new ShowRecommendations(recommender, stores.tastes(), clock, metrics, json);
        return List.of(
                get("/api/recommendations", personal::get)
                        .alias("/recommendations")
                        .forUsersAndApps(RECOMMEND),
                post("/api/recommendations", personal::post)
                        .alias("/recommendations")
                        .forUsersAndApps(RECOMMEND),
                get("/api/home", new ShowHome(recommender, json)).forUsersAndApps(RECOMMEND),
                get("/api/recommendations/surprise", new ShowSurprise(recommender, new SecureRandom(), json))
                        .forUsersAndApps(RECOMMEND),
                post("/api/recommendations/session", new RecommendToSession(recommender, json))
                        .forAnyone(RECOMMEND),
                post("/api/recommendations/group", new RecommendToGroup(recommender, stores.tastes(), clock, json))
                        .forUsersAndApps(RECOMMEND),
                post("/api/user/group-pass", new IssueGroupPass(recommender, clock))
                        .alias("/user/group-pass")
                        .forUsersAndApps(RECOMMEND),
                get("/api/model", new ShowModel(recommender.state())).open(),
                get("/api/titles/{id}/similar", new ShowSimilar(recommender, json))
                        .forAnyone(CATALOGUE));
    }

    private static List<Route> titles(Movierec movierec, TitleJson json) {
        LiveServingState state = movierec.recommender().state();
        return List.of(
                get("/api/titles/{id}", new ShowTitle(state, movierec.interest(), json))
                        .forAnyone(CATALOGUE),
                get("/api/media", new ShowMedia(state, movierec.clock(), json))
                        .alias("/media", "/media-recommendations")
                        .forAnyone(CATALOGUE),
                get("/api/search", new SearchTitles(movierec.recommender().search(), state, json))
                        .forAnyone(CATALOGUE),
                get("/api/discover", new DiscoverTitles(state, json)).forAnyone(CATALOGUE),
                get(
                                "/api/images/{size}/{file}",
                                new ShowImage(
                                        movierec.images(),
                                        movierec.config().images().mode()))
                        .open()
                        .limited(Policy.IMAGES),
                get("/api/vocabularies", new ShowVocabularies(state.get().vocabularies()))
                        .forAnyone(CATALOGUE));
    }

    private static List<Route> taste(Movierec movierec, Metrics metrics) {
        Stores stores = movierec.stores();
        LiveServingState state = movierec.recommender().state();
        InstantSource clock = movierec.clock();
        PreferencesEndpoints preferences = new PreferencesEndpoints(stores.tastes(), state, clock);
        HistoryEndpoints history = new HistoryEndpoints(stores.events(), stores.tastes(), state);
        RatingEndpoints ratings = new RatingEndpoints(stores.events(), stores.tastes(), state, clock, metrics);
        IdentityProvider identity = movierec.people().identity();
        return Stream.of(
                        post("/api/events", new RecordEvents(stores.events(), state, clock, metrics)),
                        get("/api/user/preferences", preferences::show).alias("/user/preferences"),
                        post("/api/user/preferences", preferences::replace).alias("/user/preferences"),
                        put("/api/user/preferences", preferences::replace).alias("/user/preferences"),
                        patch("/api/user/preferences", preferences::change).alias("/user/preferences"),
                        get("/api/user/history", history::show).alias("/user/history"),
                        delete("/api/user/history", history::removeTitle).alias("/user/history"),
                        delete("/api/user/history/{eventId}", history::remove)
                                .alias("/user/history/{eventId}", "/api/events/{eventId}"),
                        get("/api/user/ratings", ratings::show).alias("/user/ratings"),
                        put("/api/user/ratings/{id}", ratings::rate).alias("/user/ratings/{id}"),
                        delete("/api/user/ratings/{id}", ratings::remove).alias("/user/ratings/{id}"),
                        get(
                                        "/api/user/export",
                                        new ExportUser(
                                                stores.userData(),
                                                movierec.people().accounts(),
                                                state,
                                                clock))
                                .alias("/user/export"),
                        delete(
                                        "/api/user",
                                        new EraseUser(
                                                stores.userData(),
                                                movierec.recommender().served(),
                                                identity,
                                                clock))
                                .alias("/user"))
                .map(route -> route.forUsersAndApps(EVENTS))
                .toList();
    }

    private static List<Route> lists(Movierec movierec, Metrics metrics, TitleJson json) {
        return Stream.concat(
                        list(
                                movierec,
                                metrics,
                                json,
                                ListKind.FAVOURITES,
                                "/api/user/favourites",
                                "/api/user/favorites",
                                "/user/favourites",
                                "/user/favorites",
                                "/favourites",
                                "/favorites"),
                        list(
                                movierec,
                                metrics,
                                json,
                                ListKind.WATCHLIST,
                                "/api/user/watchlist",
                                "/user/watchlist",
                                "/watchlist"))
                .toList();
    }

    private static Stream<Route> list(
            Movierec movierec, Metrics metrics, TitleJson json, ListKind kind, String path, String... aliases) {
        Stores stores = movierec.stores();
        ListEndpoints list = new ListEndpoints(
                kind,
                stores.lists(),
                stores.tastes(),
                movierec.recommender().state(),
                movierec.interest(),
                movierec.clock(),
                metrics,
                json);
        String[] withId = Stream.of(aliases).map(alias -> alias + "/{id}").toArray(String[]::new);
        return Stream.of(
                        get(path, list::show).alias(aliases),
                        post(path, list::add).alias(aliases),
                        delete(path, list::removeNamed).alias(aliases),
                        delete(path + "/{id}", list::remove).alias(withId))
                .map(route -> route.forUsersAndApps(EVENTS));
    }

    private static List<Route> identity(Movierec movierec) {
        IdentityProvider identity = movierec.people().identity();
        boolean signUpOpen = movierec.config().signUps().enabled();
        return List.of(
                post("/api/auth/signup", new SignUp(movierec.people(), signUpOpen))
                        .alias("/auth/signup", "/signup")
                        .open()
                        .limited(Policy.SIGN_UP),
                post("/api/auth/signin", new SignIn(identity))
                        .alias("/auth/signin", "/signin")
                        .open()
                        .limited(Policy.SIGN_IN),
                post("/api/auth/token", new IssueToken(identity))
                        .alias("/auth/token")
                        .open()
                        .limited(Policy.SIGN_IN),
                post("/api/auth/refresh", new RefreshTokens(identity))
                        .alias("/auth/refresh", "/refresh-token")
                        .open(),
                post("/api/auth/signout", new SignOut(identity))
                        .alias("/auth/signout")
                        .open(),
                post("/api/auth/resend", new SendCode(identity::resend))
                        .alias("/auth/resend")
                        .open()
                        .limited(Policy.CODES),
                post("/api/auth/forgot", new SendCode(identity::forgot))
                        .alias("/auth/forgot")
                        .open()
                        .limited(Policy.CODES),
                post("/api/auth/reset", new ResetPassword(identity))
                        .alias("/auth/reset")
                        .open()
                        .limited(Policy.CODES),
                get("/.well-known/jwks.json", new ShowKeys(identity)).open(),
                get("/api/user", new ShowAccount(movierec.people().accounts())).alias("/user"));
    }

    private static List<Route> admin(Movierec movierec, TrainingProcess training) {
        AccountEndpoints accounts = new AccountEndpoints(movierec.people().accounts());
        ApiKeyEndpoints apiKeys = new ApiKeyEndpoints(movierec.people().apiKeys());
        ModelEndpoints models = new ModelEndpoints(
                movierec.stores().models(), movierec.recommender().state());
        JobEndpoints jobs = new JobEndpoints(training, movierec.fetching());
        return Stream.of(
                        get("/api/admin/accounts", accounts::list),
                        post("/api/admin/accounts/promote", accounts::promote),
                        post("/api/admin/accounts/confirm", accounts::confirm),
                        get("/api/admin/apikeys", apiKeys::list),
                        post("/api/admin/apikeys", apiKeys::create),
                        delete("/api/admin/apikeys/{keyId}", apiKeys::revoke),
                        get("/api/admin/models", models::list),
                        post("/api/admin/models/{version}/promote", models::promote),
                        post("/api/admin/models/rollback", models::rollback),
                        get("/api/admin/jobs", jobs::list),
                        get("/api/admin/jobs/{job}", jobs::show),
                        post("/api/admin/jobs/{job}", jobs::start),
                        post("/api/admin/jobs/{job}/cancel", jobs::cancel))
                .map(Route::forAdmins)
                .toList();
    }

    /**
     * What every server has, whatever it serves.
     *
     * @param imageOrigin from where pages may load pictures besides this server, or empty
     */
    public static List<Route> platform(Build build, String imageOrigin, Metrics metrics, Health health) {
        SwaggerUi swaggerUi = new SwaggerUi(build);
        return List.of(
                get("/", new LandingPage(build, imageOrigin)).open(),
                get("/docs", swaggerUi::page).open(),
                get("/docs/{file}", swaggerUi::file).open(),
                get("/openapi.json", OpenApi::json).open(),
                get("/openapi.yaml", OpenApi::yaml).open(),
                get("/api/version", new ShowVersion(build)).open(),
                get("/api/about", new ShowAbout(build)).open(),
                get("/health/live", health::live).open().limited(Policy.NONE),
                get("/health/ready", health::ready).open().limited(Policy.NONE),
                get("/health/started", health::startedUp).open().limited(Policy.NONE),
                get("/metrics", new ShowMetrics(metrics)).open().limited(Policy.NONE));
    }
}
