package movierec.faketmdb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

    private static void assertError(HttpResponse<String> answer, int status, int code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(Client.parse(answer).get("status_code").asInt()).isEqualTo(code);
        assertThat(Client.parse(answer).get("success").asBoolean()).isFalse();
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
        assertError(client.get(path), 401, 7);
        assertError(client.get(path, "Authorization", "Bearer nonsense"), 401, 7);
    }

    @Test
    void acceptsOnlyTheConfiguredCredential() {
        try (FakeTmdb strict = FakeTmdb.start(world, FakeSettings.DEFAULT.withCredential("eyJmine"));
                Client other = new Client(strict)) {
            assertError(other.get("/3/configuration?api_key=" + Client.KEY), 401, 7);
            assertError(other.get("/3/configuration", "Authorization", "Bearer eyJother"), 401, 7);
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
        assertError(keyed(path), status, code);
    }

    @Test
    void takesTwentyPartsAndNoMore() {
        String twenty = "keywords" + ",credits".repeat(19);

        assertThat(keyed("/3/movie/" + FIRST + "?append_to_response=" + twenty).statusCode())
                .isEqualTo(200);
        assertError(keyed("/3/movie/" + FIRST + "?append_to_response=" + twenty + ",images"), 400, 27);
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
    void everyTitleIsOnSomePageAlthoughPagesAreShortAndRowsRepeat() {
        List<Integer> sizes = new ArrayList<>();
        List<Integer> ids = new ArrayList<>();
        int pages = client.json("/3/tv/popular").get("total_pages").asInt();
        for (int page = 1; page <= pages; page++) {
            JsonNode rows = client.json("/3/tv/popular?page=" + page).get("results");
            sizes.add(rows.size());
            rows.forEach(row -> ids.add(row.get("id").asInt()));
        }

        assertThat(sizes.subList(0, 6)).containsExactly(20, 20, 19, 20, 20, 19);
        assertThat(ids.get(20)).isEqualTo(ids.get(19));
        assertThat(new HashSet<>(ids)).hasSize(WorldPlan.STANDARD.shows());
        assertThat(ids).hasSizeGreaterThan(WorldPlan.STANDARD.shows());
        assertThat(client.json("/3/tv/popular?page=" + (pages + 1)).get("results"))
                .isEmpty();
    }

    @Test
    void tidyWorldsHaveTidyPages() {
        FakeWorld tidy = new FakeWorld(WorldPlan.STANDARD.withTraps(false).withTitles(45, 0), CLOCK);
        try (FakeTmdb tidyFake = FakeTmdb.start(tidy);
                Client other = new Client(tidyFake)) {
            List<Integer> ids = IntStream.rangeClosed(1, 3)
                    .boxed()
                    .flatMap(page -> ids(other.json("/3/movie/popular?page=" + page)).stream())
                    .toList();

            assertThat(ids).hasSize(45).doesNotHaveDuplicates();
            assertThat(other.json("/3/trending/movie/day").get("total_pages").asInt())
                    .isEqualTo(3);
        }
    }

    @Test
    void reportsMorePagesThanItServesWhenThereAreManyTitles() {
        FakeWorld large = new FakeWorld(WorldPlan.STANDARD.withTitles(12_000, 0), CLOCK);
        try (FakeTmdb largeFake = FakeTmdb.start(large);
                Client other = new Client(largeFake)) {
            assertThat(other.json("/3/movie/popular").get("total_pages").asInt())
                    .isGreaterThan(600);
            assertThat(other.json("/3/movie/popular?page=500").get("results")).isNotEmpty();
            assertError(other.get("/3/movie/popular?page=501&api_key=" + Client.KEY), 400, 22);
        }
    }

    @Test
    void mixedTrendsHoldPersonsAndBothTypes() {
        JsonNode page = client.json("/3/trending/all/day");

        assertThat(page.get("results"))
                .extracting(row -> row.get("media_type").asText())
                .contains("movie", "tv", "person");
        assertThat(page.get("total_pages").asInt()).isEqualTo(1000);
        assertThat(ids(page)).isNotEqualTo(ids(client.json("/3/trending/all/week")));
    }

    @Test
    void brokenRowsComeOnlyWhenAskedFor() {
        FakeWorld broken = new FakeWorld(WorldPlan.STANDARD.withBrokenRows(true), CLOCK);
        try (FakeTmdb brokenFake = FakeTmdb.start(broken);
                Client other = new Client(brokenFake)) {
            for (int page = 1; page <= 4; page++) {
                Set<Integer> good = new HashSet<>(ids(client.json("/3/movie/popular?page=" + page)));
                JsonNode rows = other.json("/3/movie/popular?page=" + page);

                assertThat(rows.get("results")).hasSizeGreaterThan(good.size());
                assertThat(ids(rows)).containsAll(good);
            }
        }
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
        int favourite = ids(client.json("/3/movie/popular")).getFirst();
        world.remove(Kind.MOVIE, favourite);
        int added = world.add(Kind.MOVIE);

        assertError(keyed("/3/movie/" + favourite), 404, 34);
        assertThat(ids(client.json("/3/movie/popular"))).doesNotContain(favourite);
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

            assertThat(ids(other.json("/3/movie/changes"))).containsExactlyInAnyOrder(FIRST + 5, FIRST + 7);
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
                .flatMap(page -> ids(client.json(days + page)).stream())
                .collect(Collectors.toSet());

        assertThat(first.get("results")).hasSize(100).anyMatch(row -> row.get("adult")
                .isNull());
        assertThat(all).hasSize(first.get("total_results").asInt()).hasSizeGreaterThan(200);
    }

    static List<Integer> ids(JsonNode page) {
        List<Integer> ids = new ArrayList<>();
        page.get("results").forEach(row -> ids.add(row.path("id").asInt()));
        return ids;
    }
}
