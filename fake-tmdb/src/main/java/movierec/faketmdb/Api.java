package movierec.faketmdb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import movierec.faketmdb.world.FakeTitle;
import movierec.faketmdb.world.FakeWorld;
import movierec.faketmdb.world.Genres;
import movierec.faketmdb.world.Kind;
import movierec.faketmdb.world.Listing;
import movierec.faketmdb.world.Lists;
import movierec.faketmdb.world.Offers;
import movierec.faketmdb.world.Paging;
import movierec.faketmdb.world.Titles;

/** The paths of the API below {@code /3}, with the age that TMDB gives each answer. */
final class Api {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Duration FACTS = Duration.ofSeconds(28_800);
    private static final Duration LISTS = Duration.ofSeconds(21_600);
    private static final Duration SETTINGS = Duration.ofSeconds(43_200);
    private static final Duration QUESTIONS = Duration.ofSeconds(600);
    private static final int MAX_APPENDS = 20;
    private static final int FULL_FIRST_PAGE = 0;
    private static final int SHORT_FIRST_PAGE = 2;
    private static final int TRENDING_PAGES = 1_000;

    private final FakeWorld world;
    private final Lists lists;
    private final Titles titles;
    private final Paging paging;
    private final Discover discover;
    private final List<Route> routes = new ArrayList<>();

    /** @param imageBase address that picture sizes and files are appended to */
    Api(FakeWorld world, String imageBase) {
        this.world = world;
        this.lists = new Lists(world);
        this.titles = new Titles(world);
        this.paging = new Paging(world.plan());
        this.discover = new Discover(world);
        tagged("/3/configuration", SETTINGS, request -> Configuration.json(imageBase));
        add("/3/watch/providers/regions", SETTINGS, request -> Offers.regions());
        list("/3/trending/all/{time_window}", LISTS, SHORT_FIRST_PAGE, request -> lists.trendingAll(window(request)));
        list("/3/search/multi", QUESTIONS, FULL_FIRST_PAGE, request -> lists.searchAll(request.text("query")));
        add(
                "/3/find/{external_id}",
                FACTS,
                request -> titles.find(request.variable("external_id"), request.text("external_source")));
        for (Kind kind : Kind.values()) {
            lists(kind);
            titles(kind);
        }
    }

    List<Route> routes() {
        return List.copyOf(routes);
    }

    private void lists(Kind kind) {
        String word = kind.word();
        list("/3/" + word + "/popular", LISTS, FULL_FIRST_PAGE, request -> lists.popular(kind));
        list("/3/" + word + "/top_rated", LISTS, FULL_FIRST_PAGE, request -> lists.topRated(kind));
        list(
                "/3/trending/" + word + "/{time_window}",
                LISTS,
                SHORT_FIRST_PAGE,
                request -> lists.trending(kind, window(request)));
        list("/3/discover/" + word, QUESTIONS, SHORT_FIRST_PAGE, request -> discover.list(kind, request));
        list("/3/search/" + word, QUESTIONS, FULL_FIRST_PAGE, request -> lists.search(kind, request.text("query")));
        add("/3/" + word + "/changes", FACTS, request -> changes(kind, request));
        tagged("/3/genre/" + word + "/list", FACTS, request -> genres(kind));
    }

    private void titles(Kind kind) {
        String path = kind == Kind.MOVIE ? "/3/movie/{movie_id}" : "/3/tv/{series_id}";
        tagged(path, FACTS, request -> details(kind, request));
        for (String part : List.of(
                "credits",
                "aggregate_credits",
                "keywords",
                "release_dates",
                "content_ratings",
                "watch/providers",
                "external_ids",
                "alternative_titles",
                "recommendations",
                "similar")) {
            tagged(path + "/" + part, FACTS, request -> part(kind, part, request));
        }
    }

    private void add(String template, Duration maxAge, Function<Request, ? extends JsonNode> body) {
        routes.add(new Route(template, request -> Answer.of(body.apply(request), maxAge)));
    }

    private void tagged(String template, Duration maxAge, Function<Request, ? extends JsonNode> body) {
        routes.add(new Route(
                template, request -> Answer.of(body.apply(request), maxAge).tagged("W/")));
    }

    private void list(String template, Duration maxAge, int shift, Function<Request, Listing> list) {
        boolean trending = template.startsWith("/3/trending/");
        add(template, maxAge, request -> {
            ObjectNode body = paging.page(list.apply(request), request.page(), shift);
            // TMDB says so whatever there is, and serves no more than 500 of them.
            return trending && world.plan().traps()
                    ? body.put("total_pages", TRENDING_PAGES).put("total_results", TRENDING_PAGES * Paging.ROWS)
                    : body;
        });
    }

    private static String window(Request request) {
        String window = request.variable("time_window");
        if (!window.equals("day") && !window.equals("week")) {
            throw TmdbError.NOT_FOUND.raised();
        }
        return window;
    }

    private FakeTitle title(Kind kind, Request request) {
        return world.title(kind, request.id()).orElseThrow(TmdbError.NOT_FOUND::raised);
    }

    private ObjectNode details(Kind kind, Request request) {
        List<String> parts = request.list("append_to_response", ",");
        if (parts.size() > MAX_APPENDS) {
            throw TmdbError.TOO_MANY_APPENDS.raised();
        }
        return titles.details(title(kind, request), parts);
    }

    private ObjectNode part(Kind kind, String name, Request request) {
        FakeTitle title = title(kind, request);
        ObjectNode part = titles.part(title, name, request.page()).orElseThrow(TmdbError.NOT_FOUND::raised);
        return part.has("page") ? part : part.put("id", title.id());
    }

    private static ObjectNode genres(Kind kind) {
        ObjectNode body = JSON.objectNode();
        ArrayNode genres = body.putArray("genres");
        kind.genres().forEach(id -> genres.addObject().put("id", id.intValue()).put("name", Genres.name(id)));
        return body;
    }

    private ObjectNode changes(Kind kind, Request request) {
        LocalDate to = request.date("end_date", world.today());
        LocalDate from = request.date("start_date", to.minusDays(1));
        return ChangeFeed.page(world, kind, from, to, request.page());
    }
}
