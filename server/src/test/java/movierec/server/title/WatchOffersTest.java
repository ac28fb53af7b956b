package movierec.server.title;

import static movierec.server.Answers.each;
import static movierec.server.Answers.header;
import static movierec.server.Answers.json;
import static movierec.server.RunningServer.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import movierec.server.RunningServer;
import movierec.server.RunningServer.Person;
import movierec.server.docs.ShowAbout;
import movierec.title.Genre;
import movierec.title.Title;
import movierec.title.TitleId;
import movierec.title.WatchOffer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A catalogue that knows where titles can be watched, through the whole product (CAT-2, CAT-10, PREF-2). */
@SuppressWarnings("NullAway.Init")
final class WatchOffersTest {
    private static final TitleId STREAMED = TitleId.movie(900_000_001);
    private static final TitleId RENTED = TitleId.movie(900_000_002);

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.with(Map.of("movierec.images", "hotlink"));
        server.movierec()
                .stores()
                .titles()
                .save(List.of(title(STREAMED, WatchOffer.Kind.STREAM), title(RENTED, WatchOffer.Kind.RENT)));
        server.movierec().recommender().state().refresh();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Title title(TitleId id, WatchOffer.Kind kind) {
        return Title.builder(id, "Invented " + kind.word())
                .genres(List.of(Genre.DRAMA))
                .year(2020)
                .posterPath("/poster.jpg")
                .votes(8, 1000)
                .popularity(50)
                .offers(List.of(new WatchOffer("DE", kind, 8, "Streamflix")))
                .source("tmdb", Instant.now())
                .detailed(true)
                .build();
    }

    private static List<String> discovered(String query) {
        return each(json(200, server.get("/api/discover?" + query)), "titleId");
    }

    @Test
    void discoverFindsWhatAProviderIncludes() {
        assertThat(discovered("provider=streamflix&region=de")).containsExactly(STREAMED.toString());
        assertThat(discovered("provider=Nobody,8")).containsExactly(STREAMED.toString());
        assertThat(discovered("provider=Nobody")).isEmpty();
        assertThat(discovered("provider=8&region=FR")).isEmpty();
    }

    @Test
    void discoverFindsWhatCanBeWatchedInARegionAtAll() {
        assertThat(discovered("region=DE")).containsExactlyInAnyOrder(STREAMED.toString(), RENTED.toString());
        assertThat(discovered("region=FR")).isEmpty();
    }

    @Test
    void whoeverNamesProvidersIsRecommendedOnlyWhatTheyInclude() {
        Person person = server.newUser();
        server.send("PATCH", "/api/user/preferences", "{\"providers\":[\"STREAMFLIX\"],\"region\":\"DE\"}", as(person));

        assertThat(each(json(200, server.get("/api/recommendations", as(person))), "titleId"))
                .containsExactly(STREAMED.toString());
    }

    @Test
    void aTitleTellsWhereItCanBeWatchedAndWhoSaysSo() {
        JsonNode title = json(200, server.get("/api/titles/" + STREAMED));

        assertThat(title.at("/watchOffers/0/provider").asText()).isEqualTo("Streamflix");
        assertThat(title.path("watchOffersAttribution").asText()).isEqualTo(ShowAbout.JUSTWATCH_NOTICE);
    }

    @Test
    void hotlinkedPostersMayBeShownByPages() {
        assertThat(json(200, server.get("/api/titles/" + STREAMED))
                        .path("posterUrl")
                        .asText())
                .isEqualTo("https://image.tmdb.org/t/p/w342/poster.jpg");
        assertThat(header(server.get("/"), "Content-Security-Policy"))
                .contains("img-src 'self' data: https://image.tmdb.org;");
        assertThat(header(server.get("/docs"), "Content-Security-Policy")).contains("img-src 'self' data:;");
    }

    @Test
    void aboutNamesEverySourceWithItsNotice() {
        JsonNode about = json(200, server.get("/api/about"));

        assertThat(about.path("attributions"))
                .extracting(attribution -> attribution.path("notice").asText())
                .contains(
                        "This product uses TMDB and the TMDB APIs but is not endorsed, certified, or otherwise approved by"
                                + " TMDB.",
                        ShowAbout.JUSTWATCH_NOTICE);
    }
}
