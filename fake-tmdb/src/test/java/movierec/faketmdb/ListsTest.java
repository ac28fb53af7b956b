package movierec.faketmdb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import movierec.faketmdb.world.FakeWorld;
import movierec.faketmdb.world.WorldPlan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ListsTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-10T12:00:00Z"));

    private final FakeTmdb fake = FakeTmdb.start(new FakeWorld(WorldPlan.STANDARD, CLOCK));
    private final Client client = new Client(fake);

    @AfterEach
    void stop() {
        client.close();
        fake.close();
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
                    .flatMap(page -> Client.ids(other.json("/3/movie/popular?page=" + page)).stream())
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
            Client.assertRefused(other.get("/3/movie/popular?page=501&api_key=" + Client.KEY), 400, 22);
        }
    }

    @Test
    void mixedTrendsHoldPersonsAndBothTypes() {
        JsonNode page = client.json("/3/trending/all/day");

        assertThat(page.get("results"))
                .extracting(row -> row.get("media_type").asText())
                .contains("movie", "tv", "person");
        assertThat(page.get("total_pages").asInt()).isEqualTo(1000);
        assertThat(Client.ids(page)).isNotEqualTo(Client.ids(client.json("/3/trending/all/week")));
    }

    @Test
    void brokenRowsComeOnlyWhenAskedFor() {
        FakeWorld broken = new FakeWorld(WorldPlan.STANDARD.withBrokenRows(true), CLOCK);
        try (FakeTmdb brokenFake = FakeTmdb.start(broken);
                Client other = new Client(brokenFake)) {
            for (int page = 1; page <= 4; page++) {
                Set<Integer> good = new HashSet<>(Client.ids(client.json("/3/movie/popular?page=" + page)));
                JsonNode rows = other.json("/3/movie/popular?page=" + page);

                assertThat(rows.get("results")).hasSizeGreaterThan(good.size());
                assertThat(Client.ids(rows)).containsAll(good);
            }
        }
    }
}
