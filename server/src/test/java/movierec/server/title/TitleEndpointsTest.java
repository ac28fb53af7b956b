package movierec.server.title;

import static movierec.server.Answers.each;
import static movierec.server.Answers.header;
import static movierec.server.Answers.json;
import static movierec.server.Answers.places;
import static movierec.server.Answers.problem;
import static movierec.server.Answers.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import movierec.server.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The catalogue over HTTP (CAT-1, CAT-2). */
@ExtendWith(RunningServer.Shared.class)
final class TitleEndpointsTest {
    private final RunningServer server;

    TitleEndpointsTest(RunningServer server) {
        this.server = server;
    }

    @ParameterizedTest
    @CsvSource({
        "/api/media?listType=newest, listType",
        "/api/media?listType=genre_1, listType",
        "/api/media?limit=101, limit",
        "/api/media?limit=-1, limit",
        "/api/media?page=0, page",
        "/api/media?mediaType=book, mediaType",
        "/api/media?excludeIds=x, excludeIds",
        "/api/search, q",
        "/api/search?q=, q",
        "/api/search?q=a&page=a, page",
        "/api/discover?genre=Nonsense, genre",
        "/api/discover?yearFrom=1, yearFrom",
        "/api/discover?minRating=NaN, minRating",
        "/api/discover?maxCertification=X, maxCertification",
        "/api/discover?sort=random, sort",
        "/api/discover?region=DEU, region",
        "/api/discover?region=1x, region",
        "/api/discover?provider=%00, provider",
        "/api/titles/nothing, id"
    })
    void wrongParametersAreNamed(String path, String name) {
        assertThat(places(problem(400, server.get(path)))).containsExactly(name);
    }

    @Test
    void anUnknownTitleIsNotFound() {
        problem(404, server.get("/api/titles/movie:999999998"));
        problem(404, server.get("/api/titles/tv:238"));
    }

    @Test
    void aTitleTellsEverything() {
        HttpResponse<String> answer = server.get("/api/titles/238");
        JsonNode title = json(200, answer);

        assertThat(title.path("titleId").asText()).isEqualTo("movie:238");
        assertThat(title.path("title").asText()).isEqualTo("The Godfather");
        assertThat(title.path("genres")).isNotEmpty();
        assertThat(title.path("keywords")).isNotEmpty();
        assertThat(title.path("directors").path(0).asText()).isEqualTo("Francis Ford Coppola");
        status(304, server.get("/api/titles/movie:238", "If-None-Match", header(answer, "ETag")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"trending", "popular", "top_rated", "hidden_gems", "award_winning", "genre_18", "genre_80"})
    void everyListHasTitlesOfTheTypeAskedFor(String listType) {
        for (String mediaType : List.of("movie", "tv")) {
            HttpResponse<String> answer =
                    server.get("/api/media?limit=5&listType=" + listType + "&mediaType=" + mediaType);
            JsonNode page = json(200, answer);

            assertThat(each(page, "mediaType")).isNotEmpty().containsOnly(mediaType);
            assertThat(page.at("/results/0/vote_average").isNumber()).isTrue();
            assertThat(header(answer, "Cache-Control")).isEqualTo("public, max-age=3600, stale-while-revalidate=86400");
        }
    }

    @Test
    void pagesDoNotOverlapAndLinkToEachOther() {
        HttpResponse<String> answer = server.get("/api/media?listType=popular&limit=4&page=1");
        JsonNode first = json(200, answer);
        JsonNode second = json(200, server.get("/api/media?listType=popular&limit=4&page=2"));

        assertThat(each(first, "titleId")).hasSize(4).doesNotContainAnyElementsOf(each(second, "titleId"));
        assertThat(header(answer, "Link")).contains("</api/media?listType=popular&limit=4&page=2>; rel=\"next\"");
        assertThat(json(200, server.get("/api/media?page=100000")).path("results"))
                .isEmpty();
    }

    @Test
    void excludedTitlesAreLeftOut() {
        List<String> all = each(json(200, server.get("/api/media?listType=popular&limit=3")), "titleId");

        List<String> others =
                each(json(200, server.get("/api/media?listType=popular&limit=3&excludeIds=" + all.get(0))), "titleId");

        assertThat(others).hasSize(3).doesNotContain(all.get(0)).contains(all.get(1));
    }

    @Test
    void searchForgivesTyposAndFiltersByType() {
        assertThat(each(json(200, server.get("/api/search?q=godfahter")), "titleId"))
                .contains("movie:238");
        assertThat(each(json(200, server.get("/api/search?q=the%20sopranos&mediaType=movie")), "titleId"))
                .doesNotContain("tv:1398");
        assertThat(json(200, server.get("/api/search?q=..."))
                        .path("totalResults")
                        .asInt())
                .isZero();
    }

    @Test
    void discoverHoldsEveryCondition() {
        JsonNode page = json(
                200,
                server.get("/api/discover?genre=Crime,18&yearFrom=1970&yearTo=1999&mediaType=movie&minRating=6"
                        + "&maxRuntime=200&language=en&maxCertification=R&sort=newest&limit=50"));

        assertThat(each(page, "titleId")).contains("movie:238");
        int year = 9999;
        for (JsonNode title : page.path("results")) {
            assertThat(title.path("year").asInt()).isBetween(1970, Math.min(1999, year));
            year = title.path("year").asInt();
            assertThat(title.path("voteAverage").asDouble()).isGreaterThanOrEqualTo(6);
            assertThat(title.path("genres").toString()).contains("Crime").contains("Drama");
        }
        assertThat(json(200, server.get("/api/discover?maxRating=0.5"))
                        .path("totalResults")
                        .asInt())
                .isZero();
    }
}
