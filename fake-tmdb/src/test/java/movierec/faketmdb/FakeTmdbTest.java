package movierec.faketmdb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import movierec.faketmdb.world.FakeWorld;
import movierec.faketmdb.world.Kind;
import movierec.faketmdb.world.WorldPlan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FakeTmdbTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-10T12:00:00Z"));
    private static final int FIRST = WorldPlan.STANDARD.firstId();

    private final FakeWorld world = new FakeWorld(WorldPlan.STANDARD, CLOCK);
    private final FakeTmdb fake = FakeTmdb.start(world);
    private final Client client = new Client(fake);

    @AfterEach
    void stop() {
        client.close();
        fake.close();
    }

    private HttpResponse<String> keyed(String path) {
        return client.get(path + (path.contains("?") ? "&" : "?") + "api_key=" + Client.KEY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/3/movie/popular",
                "/3/movie/popular?api_key=",
                "/3/movie/popular?api_key=short",
                "/3/configuration"
            })
    void refusesWhoeverHasNoKey(String path) {
        Client.assertRefused(client.get(path), 401, 7);
        Client.assertRefused(client.get(path, "Authorization", "Bearer nonsense"), 401, 7);
    }

    @Test
    void acceptsOnlyTheConfiguredCredential() {
        try (FakeTmdb strict = FakeTmdb.start(world, FakeSettings.DEFAULT.withCredential("eyJmine"));
                Client other = new Client(strict)) {
            Client.assertRefused(other.get("/3/configuration?api_key=" + Client.KEY), 401, 7);
            Client.assertRefused(other.get("/3/configuration", "Authorization", "Bearer eyJother"), 401, 7);
            assertThat(other.get("/3/configuration", "Authorization", "Bearer eyJmine")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/3/movie/17, 404, 34",
        "/3/movie/none, 404, 34",
        "/3/movie/1000001/release_notes, 404, 34",
        "/3/trending/all/month, 404, 34",
        "/3/nowhere, 404, 34",
        "/3/movie/popular?page=501, 400, 22",
        "/3/movie/popular?page=0, 400, 22",
        "/3/discover/tv?page=x, 400, 22",
        "/3/movie/changes?start_date=2026-02-01&end_date=2026-03-01, 422, 20",
        "/3/tv/changes?start_date=yesterday, 400, 23"
    })
    void refusesAsTmdbDoes(String path, int status, int code) {
        Client.assertRefused(keyed(path), status, code);
    }

    @Test
    void takesTwentyPartsAndNoMore() {
        String twenty = "keywords" + ",credits".repeat(19);

        assertThat(keyed("/3/movie/" + FIRST + "?append_to_response=" + twenty).statusCode())
                .isEqualTo(200);
        Client.assertRefused(keyed("/3/movie/" + FIRST + "?append_to_response=" + twenty + ",images"), 400, 27);
    }

    @Test
    void appendsPartsWithoutTheirIds() {
        JsonNode details = client.json(
                "/3/tv/" + FIRST
                        + "?append_to_response=aggregate_credits,keywords,content_ratings,watch/providers,external_ids,nonsense");

        assertThat(details.at("/aggregate_credits/cast/0/roles/0/character").asText())
                .isNotEmpty();
        assertThat(details.at("/keywords/results")).isNotEmpty();
        assertThat(details.get("keywords").has("id")).isFalse();
        assertThat(details.get("watch/providers").has("results")).isTrue();
        assertThat(details.at("/external_ids/tvdb_id").isInt()).isTrue();
        assertThat(details.has("nonsense")).isFalse();
        assertThat(client.json("/3/tv/" + FIRST + "/keywords").get("id").asInt())
                .isEqualTo(FIRST);
    }

    @Test
    void idsAreUniquePerTypeOnly() {
        JsonNode movie = client.json("/3/movie/" + FIRST);
        JsonNode show = client.json("/3/tv/" + FIRST);

        assertThat(movie.get("id")).isEqualTo(show.get("id"));
        assertThat(movie.get("title").asText()).isNotEqualTo(show.get("name").asText());
    }

    @Test
    void findsTitlesByTheirOtherIds() {
        assertThat(client.json("/3/find/" + (9_000_000 + FIRST + 3) + "?external_source=tvdb_id")
                        .at("/tv_results/0/id")
                        .asInt())
                .isEqualTo(FIRST + 3);
        String imdbId = client.json("/3/movie/" + (FIRST + 1)).get("imdb_id").asText();
        JsonNode found = client.json("/3/find/" + imdbId + "?external_source=imdb_id");

        assertThat(found.at("/movie_results/0/id").asInt()).isEqualTo(FIRST + 1);
        assertThat(found.at("/movie_results/0/media_type").asText()).isEqualTo("movie");
        assertThat(found.get("tv_results")).isEmpty();
    }

    @Test
    void searchesByPartsOfNames() {
        String name = client.json("/3/tv/" + FIRST).get("name").asText();
        String query = name.replace(" ", "%20").replace("'", "%27");

        assertThat(client.json("/3/search/tv?query=" + query)
                        .at("/results/0/id")
                        .asInt())
                .isEqualTo(FIRST);
        assertThat(client.json("/3/search/multi?query=the").at("/results"))
                .extracting(row -> row.get("media_type").asText())
                .contains("collection", "movie");
    }

    @Test
    void etagsAreWeakAndAnswer304UntilTheTitleChanges() {
        String path = "/3/movie/" + FIRST + "?append_to_response=keywords&api_key=" + Client.KEY;
        HttpResponse<String> first = client.get(path);
        String etag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> same = client.get(path, "If-None-Match", etag);
        world.change(Kind.MOVIE, FIRST);
        HttpResponse<String> changed = client.get(path, "If-None-Match", etag);

        assertThat(etag).startsWith("W/\"");
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(same.headers().firstValue("ETag")).contains(etag);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(Client.parse(changed).get("vote_count").asInt())
                .isGreaterThan(Client.parse(first).get("vote_count").asInt());
    }

    @ParameterizedTest
    @CsvSource({
        "/3/movie/1000001, 28800, true",
        "/3/genre/tv/list, 28800, true",
        "/3/configuration, 43200, true",
        "/3/movie/popular, 21600, false",
        "/3/discover/movie, 600, false"
    })
    void tellsHowLongAnswersMayBeKept(String path, int seconds, boolean tagged) {
        HttpResponse<String> answer = keyed(path);

        assertThat(answer.headers().firstValue("Cache-Control")).contains("public, max-age=" + seconds);
        assertThat(answer.headers().firstValue("ETag").isPresent()).isEqualTo(tagged);
    }

    @Test
    void removedTitlesAreGoneAndAddedOnesAreThere() {
        int favourite = Client.ids(client.json("/3/movie/popular")).getFirst();
        world.remove(Kind.MOVIE, favourite);
        int added = world.add(Kind.MOVIE);

        Client.assertRefused(keyed("/3/movie/" + favourite), 404, 34);
        assertThat(Client.ids(client.json("/3/movie/popular"))).doesNotContain(favourite);
        assertThat(client.json("/3/movie/" + added).get("id").asInt()).isEqualTo(added);
    }

    @Test
    void theChangeFeedNamesWhatChanged() {
        FakeWorld still = new FakeWorld(WorldPlan.STANDARD.withDailyChanges(0), CLOCK);
        try (FakeTmdb stillFake = FakeTmdb.start(still);
                Client other = new Client(stillFake)) {
            assertThat(other.json("/3/movie/changes").get("results")).isEmpty();
            still.change(Kind.MOVIE, FIRST + 5);
            still.remove(Kind.MOVIE, FIRST + 7);

            assertThat(Client.ids(other.json("/3/movie/changes"))).containsExactlyInAnyOrder(FIRST + 5, FIRST + 7);
            assertThat(other.json("/3/tv/changes").get("results")).isEmpty();
            assertThat(other.json("/3/movie/changes?start_date=2026-02-20&end_date=2026-03-01")
                            .get("results"))
                    .isEmpty();
        }
    }

    @Test
    void theChangeFeedHasHundredRowsAPage() {
        String days = "/3/movie/changes?start_date=2026-02-20&end_date=2026-03-06&page=";
        JsonNode first = client.json(days + 1);
        Set<Integer> all = IntStream.rangeClosed(1, first.get("total_pages").asInt())
                .boxed()
                .flatMap(page -> Client.ids(client.json(days + page)).stream())
                .collect(Collectors.toSet());

        assertThat(first.get("results")).hasSize(100).anyMatch(row -> row.get("adult")
                .isNull());
        assertThat(all).hasSize(first.get("total_results").asInt()).hasSizeGreaterThan(200);
    }
}
