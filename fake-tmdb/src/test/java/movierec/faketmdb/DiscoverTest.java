package movierec.faketmdb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import movierec.faketmdb.world.FakeWorld;
import movierec.faketmdb.world.WorldPlan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DiscoverTest {
    private final FakeTmdb fake = FakeTmdb.start(FakeWorld.of(WorldPlan.STANDARD.withTraps(false)));
    private final Client client = new Client(fake);

    @AfterEach
    void stop() {
        client.close();
        fake.close();
    }

    /** All rows of a list of at most ten pages. */
    private List<JsonNode> rows(String path) {
        List<JsonNode> rows = new ArrayList<>();
        int pages = client.json(path).get("total_pages").asInt();
        for (int page = 1; page <= Math.min(pages, 10); page++) {
            client.json(path + "&page=" + page).get("results").forEach(rows::add);
        }
        return rows;
    }

    private static List<Integer> genres(JsonNode row) {
        List<Integer> genres = new ArrayList<>();
        row.get("genre_ids").forEach(genre -> genres.add(genre.asInt()));
        return genres;
    }

    private int total(String path) {
        return client.json(path).get("total_results").asInt();
    }

    @Test
    void commaMeansAllGenresAndBarAnyOfThem() {
        assertThat(rows("/3/discover/movie?with_genres=18,35")).isNotEmpty().allMatch(row -> genres(row)
                .containsAll(List.of(18, 35)));
        assertThat(rows("/3/discover/movie?with_genres=18%7C35"))
                .allMatch(row -> genres(row).contains(18) || genres(row).contains(35))
                .anyMatch(row -> !genres(row).contains(18))
                .anyMatch(row -> !genres(row).contains(35));
        assertThat(rows("/3/discover/tv?without_genres=18")).isNotEmpty().noneMatch(row -> genres(row)
                .contains(18));
    }

    @Test
    void hiddenGemsAndAcclaimedTitlesExistInBothTypes() {
        String gems = "?vote_average.gte=7.5&vote_count.gte=100&vote_count.lte=1000&sort_by=vote_average.desc";
        for (String kind : List.of("movie", "tv")) {
            List<JsonNode> rows = rows("/3/discover/" + kind + gems);

            assertThat(rows)
                    .hasSizeGreaterThan(20)
                    .allMatch(row -> row.get("vote_average").asDouble() >= 7.5)
                    .allMatch(row -> row.get("vote_count").asInt() >= 100
                            && row.get("vote_count").asInt() <= 1000)
                    .isSortedAccordingTo(Comparator.comparingDouble(
                                    (JsonNode row) -> row.get("vote_average").asDouble())
                            .reversed());
            assertThat(rows("/3/discover/" + kind + "?vote_average.gte=8&vote_count.gte=2000"))
                    .hasSizeGreaterThan(10);
        }
    }

    @Test
    void sortsByDateBothWays() {
        assertThat(rows("/3/discover/movie?sort_by=primary_release_date.asc&primary_release_date.gte=2024-06-01"))
                .isNotEmpty()
                .allMatch(row -> row.get("release_date").asText().compareTo("2024-06-01") >= 0)
                .isSortedAccordingTo(
                        Comparator.comparing(row -> row.get("release_date").asText()));
        assertThat(rows("/3/discover/tv?sort_by=first_air_date.desc&first_air_date.lte=1999-12-31"))
                .isNotEmpty()
                .allMatch(row -> row.get("first_air_date").asText().compareTo("2000") < 0)
                .isSortedAccordingTo(Comparator.comparing(
                                (JsonNode row) -> row.get("first_air_date").asText())
                        .reversed());
    }

    @Test
    void filtersByYearLanguageAndKeyword() {
        assertThat(rows("/3/discover/movie?primary_release_year=2025"))
                .isNotEmpty()
                .allMatch(row -> row.get("release_date").asText().startsWith("2025-"));
        assertThat(rows("/3/discover/movie?with_original_language=fr"))
                .isNotEmpty()
                .allMatch(row -> row.get("original_language").asText().equals("fr"));
        JsonNode keywords = client.json("/3/movie/1000001/keywords").get("keywords");
        assertThat(rows("/3/discover/movie?with_keywords="
                        + keywords.get(0).get("id").asInt()))
                .extracting(row -> row.get("id").asInt())
                .contains(1_000_001);
    }

    @Test
    void providersAreIgnoredWithoutACountry() {
        int all = total("/3/discover/movie?page=1");

        assertThat(total("/3/discover/movie?with_watch_providers=90003")).isEqualTo(all);
        assertThat(total("/3/discover/movie?with_watch_providers=90003&watch_region=US"))
                .isPositive()
                .isLessThan(all);
        assertThat(total("/3/discover/movie?with_watch_providers=90003&watch_region=XX"))
                .isZero();
    }
}
