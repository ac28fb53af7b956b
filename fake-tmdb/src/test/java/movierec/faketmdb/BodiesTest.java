package movierec.faketmdb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import movierec.faketmdb.openapi.OpenApiCheck;
import movierec.faketmdb.world.FakeWorld;
import movierec.faketmdb.world.WorldPlan;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the fake serves against TMDB's OpenAPI document and recorded bodies. */
class BodiesTest {
    private static final int FIRST = WorldPlan.STANDARD.firstId();
    private static final String MOVIE_PARTS = "credits,keywords,release_dates,watch/providers,external_ids,"
            + "alternative_titles,recommendations,similar";
    private static final String TV_PARTS = "credits,aggregate_credits,keywords,content_ratings,watch/providers,"
            + "external_ids,alternative_titles,recommendations,similar";

    private static Path data;
    private static OpenApiCheck check;
    private static FakeTmdb fake;
    private static Client client;

    @BeforeAll
    static void start() {
        data = TmdbData.folder();
        check = OpenApiCheck.of(data);
        fake = FakeTmdb.start(FakeWorld.of(WorldPlan.STANDARD));
        client = new Client(fake);
    }

    @AfterAll
    static void stop() {
        if (fake != null) {
            client.close();
            fake.close();
        }
    }

    private static JsonNode checked(String path, Map<String, String> query) {
        String text = query.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
        JsonNode body = client.json(path + text);

        assertThat(check.request(path, query)).as(path).isEmpty();
        assertThat(check.answer(path, query, body)).as(path + text).isEmpty();
        return body;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/3/movie/popular",
                "/3/tv/popular",
                "/3/movie/top_rated",
                "/3/tv/top_rated",
                "/3/trending/all/day",
                "/3/trending/all/week",
                "/3/trending/movie/day",
                "/3/trending/tv/week",
                "/3/discover/movie",
                "/3/discover/tv",
                "/3/movie/changes",
                "/3/tv/changes"
            })
    void everyPageOfEveryListIsAsDocumented(String path) {
        int pages = Math.min(checked(path, Map.of()).get("total_pages").asInt(), 60);
        for (int page = 1; page <= pages; page++) {
            checked(path, Map.of("page", String.valueOf(page)));
        }
    }

    @Test
    void everyTitleWithAllItsPartsIsAsDocumented() {
        for (int id = FIRST; id < FIRST + 400; id++) {
            checked("/3/movie/" + id, Map.of("append_to_response", MOVIE_PARTS));
            checked("/3/tv/" + id, Map.of("append_to_response", TV_PARTS));
        }
    }

    @Test
    void everyPartByItselfIsAsDocumented() {
        for (int id = FIRST; id < FIRST + 20; id++) {
            for (String part : MOVIE_PARTS.split(",")) {
                checked("/3/movie/" + id + "/" + part, Map.of());
            }
            for (String part : TV_PARTS.split(",")) {
                checked("/3/tv/" + id + "/" + part, Map.of());
            }
        }
    }

    @Test
    void everythingElseIsAsDocumented() {
        for (String path :
                List.of("/3/configuration", "/3/genre/movie/list", "/3/genre/tv/list", "/3/watch/providers/regions")) {
            checked(path, Map.of());
        }
        for (String path : List.of("/3/search/multi", "/3/search/movie", "/3/search/tv")) {
            assertThat(checked(path, Map.of("query", "the")).get("results")).isNotEmpty();
            assertThat(checked(path, Map.of("query", "no such title")).get("results"))
                    .isEmpty();
        }
        String imdbId = client.json("/3/movie/" + FIRST).get("imdb_id").asText();
        checked("/3/find/" + imdbId, Map.of("external_source", "imdb_id"));
        checked("/3/find/" + (9_000_000 + FIRST), Map.of("external_source", "tvdb_id"));
    }

    /** The other way round: what a recorded body has, the fake has too. */
    @ParameterizedTest
    @CsvSource({
        "/3/movie/#, movies/details",
        "/3/tv/#, tv_series/details",
        "/3/movie/popular, movie_lists/popular",
        "/3/tv/top_rated, tv_series_lists/top_rated",
        "/3/trending/movie/day, trending/movies",
        "/3/trending/tv/day, trending/tv",
        "/3/discover/movie, discover/movies",
        "/3/discover/tv, discover/tv",
        "/3/movie/#/credits, movies/credits",
        "/3/tv/#/credits, tv_series/credits",
        "/3/tv/#/aggregate_credits, tv_series/aggregate_credits",
        "/3/movie/#/keywords, movies/keywords",
        "/3/tv/#/keywords, tv_series/keywords",
        "/3/movie/#/release_dates, movies/release_dates",
        "/3/tv/#/content_ratings, tv_series/content_ratings",
        "/3/movie/#/external_ids, movies/external_ids",
        "/3/tv/#/external_ids, tv_series/external_ids",
        "/3/movie/#/recommendations, movies/recommendations",
        "/3/tv/#/similar, tv_series/similar",
        "/3/configuration, configuration/details",
        "/3/genre/tv/list, genres/tv_list"
    })
    void lacksNoKeyOfTheRecordedBody(String path, String file) throws IOException {
        JsonNode recorded = read("c-eg_themoviedbapi/" + file + ".json");

        Set<String> keys = new TreeSet<>();
        for (int id = FIRST; id < FIRST + 20; id++) {
            keys.addAll(keys(client.json(path.replace("#", String.valueOf(id))), ""));
        }

        assertThat(keys).containsAll(keys(recorded, ""));
    }

    @ParameterizedTest
    @CsvSource({
        "/3/movie/popular?page=501, 400-code22-invalid-page",
        "/3/movie/3, 404-code34-not-found",
        "/3/movie/changes?start_date=2026-01-01&end_date=2026-03-01, 422-code20-date-range"
    })
    void saysNoInTheRecordedWords(String path, String file) throws IOException {
        HttpResponse<String> answer = client.get(path + (path.contains("?") ? "&" : "?") + "api_key=" + Client.KEY);

        assertThat(Client.parse(answer)).isEqualTo(read("errors/" + file + ".json"));
        assertThat(Client.parse(client.get(path))).isEqualTo(read("errors/401-code7-invalid-key.json"));
    }

    @Test
    void says429InTheRecordedWords() throws IOException {
        fake.script().add(Rule.next(1, Fault.RATE_LIMITED));

        assertThat(Client.parse(client.get("/3/configuration"))).isEqualTo(read("errors/429-code25-legacy.json"));
    }

    @Test
    void hasTheGapsOfRealTitles() {
        Set<String> gaps = new HashSet<>();
        for (int page = 1; page <= 50; page++) {
            for (JsonNode row : client.json("/3/movie/popular?page=" + page).get("results")) {
                gaps.add("poster " + row.get("poster_path").isNull());
                gaps.add("backdrop "
                        + (row.has("backdrop_path") ? row.get("backdrop_path").isNull() : "missing"));
                gaps.add("overview " + row.get("overview").asText().isEmpty());
                gaps.add("date "
                        + (row.has("release_date")
                                ? row.get("release_date").asText().isEmpty()
                                : "missing"));
                gaps.add("whole votes " + row.get("vote_average").isInt());
                gaps.add("whole popularity " + row.get("popularity").isInt());
            }
        }
        for (int id = FIRST; id < FIRST + 400; id++) {
            JsonNode details = client.json("/3/movie/" + id);
            gaps.add("runtime " + details.get("runtime").isNull());
            gaps.add("imdb " + details.get("imdb_id").isNull());
            gaps.add("tagline " + details.get("tagline").asText().isEmpty());
        }

        assertThat(gaps).contains("backdrop missing", "date missing");
        assertThat(List.of(
                        "poster",
                        "backdrop",
                        "overview",
                        "date",
                        "whole votes",
                        "whole popularity",
                        "runtime",
                        "imdb",
                        "tagline"))
                .allSatisfy(gap -> assertThat(gaps).contains(gap + " true", gap + " false"));
    }

    private static JsonNode read(String file) throws IOException {
        return new ObjectMapper().readTree(data.resolve(file).toFile());
    }

    /** Paths of all keys. */
    private static Set<String> keys(JsonNode node, String at) {
        Set<String> keys = new TreeSet<>();
        node.properties().forEach(entry -> {
            keys.add(at + "/" + entry.getKey());
            keys.addAll(keys(entry.getValue(), at + "/" + entry.getKey()));
        });
        if (node.isArray()) {
            node.forEach(item -> keys.addAll(keys(item, at + "[]")));
        }
        return keys;
    }
}
