package movierec.server.taste;

import static movierec.server.Answers.each;
import static movierec.server.Answers.header;
import static movierec.server.Answers.json;
import static movierec.server.Answers.places;
import static movierec.server.Answers.problem;
import static movierec.server.Answers.status;
import static movierec.server.RunningServer.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import movierec.server.RunningServer;
import movierec.server.RunningServer.Person;
import movierec.title.Title;
import movierec.title.TitleId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Favourites and watchlist over HTTP (LIST-1, LIST-2). */
@ExtendWith(RunningServer.Shared.class)
final class ListEndpointsTest {
    private static final String FAVOURITES = "/api/user/favourites";

    private final RunningServer server;
    private final Person person;

    ListEndpointsTest(RunningServer server) {
        this.server = server;
        this.person = server.newUser();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"mediaId\":null}",
                "{\"mediaId\":\"film:1\"}",
                "{\"mediaId\":0}",
                "{\"mediaId\":-5}",
                "{\"mediaId\":1.5}",
                "{\"mediaId\":99999999999}",
                "{\"mediaId\":true}",
                "{\"mediaId\":\"550' OR 1=1\"}",
                "{\"mediaId\":550,\"mediaType\":\"book\"}",
                "{\"mediaId\":\"movie:550\",\"mediaType\":\"tv\"}",
                "{\"mediaId\":550,\"title\":7}",
                "{\"mediaId\":550,\"vote_average\":\"good\"}",
                "[]",
                "[{\"mediaId\":550},{\"mediaId\":\"x\"}]",
                "\"550\""
            })
    void whatIsNoEntryIsRefusedAndNothingIsStored(String body) {
        problem(400, server.post(FAVOURITES, body, as(person)));

        assertThat(list(FAVOURITES).path("totalResults").asInt()).isZero();
    }

    @Test
    void aFaultInABatchIsNamedByItsPlace() {
        JsonNode problem = problem(
                400, server.post(FAVOURITES, "[{\"mediaId\":550},{\"mediaId\":\"x\"},{\"title\":\"a\"}]", as(person)));

        assertThat(places(problem)).containsExactly("/1/mediaId", "/2/mediaId");
    }

    @Test
    void moreThanFiveHundredAtOnceAreRefused() {
        String tooMany = "[" + String.join(",", Collections.nCopies(501, "{\"mediaId\":550}")) + "]";

        problem(400, server.post(FAVOURITES, tooMany, as(person)));
    }

    @Test
    void whatIsNotThereCannotBeRemoved() {
        problem(404, server.delete(FAVOURITES + "/movie:238", as(person)));
        problem(404, server.delete(FAVOURITES + "?mediaId=238", as(person)));
        problem(400, server.delete(FAVOURITES, as(person)));
        problem(400, server.delete(FAVOURITES + "?mediaId=abc", as(person)));
        problem(400, server.delete(FAVOURITES + "/abc", as(person)));
    }

    @Test
    void addingTwiceIsOneEntryWithItsFirstTime() {
        JsonNode first = json(201, server.post(FAVOURITES, "{\"mediaId\":\"movie:238\"}", as(person)));
        JsonNode again = json(200, server.post(FAVOURITES, "{\"movieId\":\"238\"}", as(person)));

        assertThat(first.path("added").asInt()).isEqualTo(1);
        assertThat(again.path("added").asInt()).isZero();
        assertThat(again.path("results")).isEqualTo(first.path("results"));
        assertThat(each(list(FAVOURITES), "titleId")).containsExactly("movie:238");
    }

    @Test
    void aTitleIsNamedInAnyForm() {
        status(201, server.post(FAVOURITES, "{\"mediaId\":769}", as(person)));
        status(201, server.post(FAVOURITES, "{\"mediaId\":\"tv:1398\"}", as(person)));
        status(201, server.post(FAVOURITES, "{\"movieId\":1396,\"mediaType\":\"tv\"}", as(person)));

        assertThat(each(list(FAVOURITES), "titleId")).containsExactlyInAnyOrder("movie:769", "tv:1398", "tv:1396");
        status(204, server.delete(FAVOURITES + "?mediaId=1396&mediaType=tv", as(person)));
        status(204, server.delete(FAVOURITES + "/769", as(person)));
        assertThat(each(list(FAVOURITES), "titleId")).containsExactly("tv:1398");
    }

    @Test
    void rowsShowTheCatalogueWithTheNamesOfOldClientsToo() {
        server.post(FAVOURITES, "{\"mediaId\":603,\"title\":\"Nonsense\"}", as(person));

        JsonNode row = list(FAVOURITES).path("results").path(0);

        assertThat(row.path("title").asText()).isEqualTo("The Matrix");
        assertThat(row.path("vote_average")).isEqualTo(row.path("voteAverage"));
        assertThat(row.has("poster_path")).isTrue();
        assertThat(row.has("release_date")).isTrue();
        assertThat(row.has("addedAt")).isTrue();
    }

    @Test
    void clientFactsServeSanitisedUntilTheCatalogueKnowsTheTitle() {
        server.post(FAVOURITES, """
                {"mediaId":900000001,"title":"<script>alert(1)</script> Unheard of","poster_path":"/x.jpg",
                 "release_date":"2019-05-04","vote_average":7.5}
                """, as(person));

        JsonNode before = list(FAVOURITES).path("results").path(0);
        assertThat(before.path("title").asText()).contains("Unheard of").doesNotContain("<");
        assertThat(before.path("year").asInt()).isEqualTo(2019);
        assertThat(before.path("poster_path").asText()).isEqualTo("/x.jpg");
        assertThat(before.path("vote_average").asDouble()).isEqualTo(7.5);

        TitleId titleId = TitleId.movie(900000001);
        server.movierec()
                .stores()
                .titles()
                .save(List.of(Title.builder(titleId, "Now known").build()));
        server.movierec().recommender().state().refreshNow();
        assertThat(each(list(FAVOURITES), "title")).containsExactly("Now known");
    }

    @Test
    void addsManyAtOnceAndPagesThem() {
        String many = "[{\"mediaId\":238},{\"mediaId\":769},{\"mediaId\":603},{\"mediaId\":155},{\"mediaId\":238}]";

        JsonNode added = json(201, server.post("/api/user/watchlist", many, as(person)));
        HttpResponse<String> second = server.get("/api/user/watchlist?limit=2&page=2", as(person));
        JsonNode page = json(200, second);

        assertThat(added.path("added").asInt()).isEqualTo(4);
        assertThat(page.path("totalResults").asInt()).isEqualTo(4);
        assertThat(page.path("totalPages").asInt()).isEqualTo(2);
        assertThat(page.path("results")).hasSize(2);
        assertThat(header(second, "Link")).contains("page=1>; rel=\"prev\"").doesNotContain("rel=\"next\"");
        assertThat(list(FAVOURITES).path("totalResults").asInt()).isZero();
    }

    @Test
    void aChangeIsSeenThroughTheBrowsersCache() {
        HttpResponse<String> before = server.get(FAVOURITES, as(person));
        String[] known = {
            "Authorization", "Bearer " + person.token(), "If-None-Match", header(before, "ETag"),
        };
        status(304, server.get(FAVOURITES, known));

        server.post(FAVOURITES, "{\"mediaId\":238}", as(person));

        status(200, server.get(FAVOURITES, known));
    }

    private JsonNode list(String path) {
        return json(200, server.get(path, as(person)));
    }
}
