package movierec.title;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final Duration TMDB_MAX_AGE = Duration.ofDays(180);

    private static Title.Builder title(int number, String source) {
        return Title.builder(TitleId.movie(number), "Title " + number).source(source, NOW);
    }

    /** Titles as one source's audience sees them, with ties and titles without votes. */
    private static List<Title> audience(String source, int firstNumber, int size, double scale, long seed) {
        Random random = new Random(seed);
        List<Title> titles = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int votes = random.nextInt(5) == 0 ? 0 : (int) (scale * (1 + random.nextInt(50)));
            titles.add(title(firstNumber + i, source)
                    .votes(votes == 0 ? 0 : 4 + random.nextInt(13) / 2.0, votes)
                    .popularity(scale * random.nextInt(40))
                    .build());
        }
        return titles;
    }

    private static List<Title> titles(Catalogue catalogue, int[] titleIndexes) {
        return Arrays.stream(titleIndexes).mapToObj(catalogue::title).toList();
    }

    /** The plain version: what a catalogue said before there were several sources. */
    @Test
    void withOneSourceEverythingIsRelativeToAllTitles() {
        List<Title> titles = audience("sample", 1, 200, 3, 11);
        Catalogue catalogue = new Catalogue(titles, 5);

        List<Title> byPopularity = titles.stream()
                .sorted(Comparator.comparingDouble(Title::popularity).reversed().thenComparing(Title::id))
                .toList();
        double[] counts = titles.stream()
                .mapToDouble(Title::voteCount)
                .filter(count -> count > 0)
                .sorted()
                .toArray();
        double median = counts[counts.length / 2];
        double mean = titles.stream()
                .filter(title -> title.voteCount() > 0)
                .mapToDouble(Title::voteAverage)
                .average()
                .orElseThrow();
        assertThat(titles(catalogue, catalogue.byPopularity())).isEqualTo(byPopularity);
        for (int position = 0; position < titles.size(); position++) {
            Title title = byPopularity.get(position);
            int titleIndex = catalogue.indexOf(title.id());
            assertThat(catalogue.popularityRank(titleIndex)).isEqualTo(1 - (double) position / titles.size());
            assertThat(catalogue.medianVotes(titleIndex)).isEqualTo(median);
            assertThat(catalogue.weightedVote(titleIndex))
                    .isEqualTo(
                            (title.voteCount() * title.voteAverage() + median * mean) / (title.voteCount() + median));
        }
        assertThat(catalogue.version()).isEqualTo(5);
        assertThat(catalogue.expiresAt()).isEqualTo(Instant.MAX);
    }

    @Test
    void withoutTitlesOrVotesThereAreStillNumbers() {
        Catalogue catalogue = new Catalogue(List.of(title(1, "sample").build()), 1);

        assertThat(catalogue.medianVotes(0)).isEqualTo(1);
        assertThat(catalogue.weightedVote(0)).isEqualTo(6);
        assertThat(catalogue.popularityRank(0)).isEqualTo(1);
        assertThat(catalogue.relativePopularity(0)).isZero();
        assertThat(new Catalogue(List.of(), 1).byPopularity()).isEmpty();
    }

    @Test
    void eachSourcesVotesAreJudgedOnTheirOwnScale() {
        List<Title> few = audience("sample", 1, 60, 1, 1);
        List<Title> many = audience("tmdb", 1001, 90, 1000, 2);
        Catalogue alone = new Catalogue(few, 1);
        Catalogue other = new Catalogue(many, 1);
        Catalogue both =
                new Catalogue(Stream.concat(few.stream(), many.stream()).toList(), 1);

        for (Title title : both.all()) {
            Catalogue own = title.source().equals("sample") ? alone : other;
            int there = own.indexOf(title.id());
            int here = both.indexOf(title.id());
            assertThat(both.popularityRank(here)).isEqualTo(own.popularityRank(there));
            assertThat(both.weightedVote(here)).isEqualTo(own.weightedVote(there));
            assertThat(both.medianVotes(here)).isEqualTo(own.medianVotes(there));
            assertThat(both.quality(here)).isEqualTo(own.quality(there));
            assertThat(both.relativePopularity(here)).isEqualTo(own.relativePopularity(there), within(0.0));
        }
    }

    @Test
    void theMostPopularOfASmallScaleIsAsPopularAsThatOfALargeOne() {
        Title sampleBest = title(1, "sample").popularity(9).build();
        Title sampleSecond = title(2, "sample").popularity(8).build();
        Title tmdbBest = title(3, "tmdb").popularity(9000).build();
        Title tmdbSecond = title(4, "tmdb").popularity(8000).build();

        Catalogue catalogue = new Catalogue(List.of(tmdbSecond, tmdbBest, sampleSecond, sampleBest), 1);

        assertThat(titles(catalogue, catalogue.byPopularity()))
                .containsExactly(sampleBest, tmdbBest, sampleSecond, tmdbSecond);
    }

    @Test
    void judgesByTheSourceOfTheVotesNotOfTheFacts() {
        Title merged = title(1, "sample").popularity(5).votesSource("movielens").build();
        Title rival = title(2, "movielens").popularity(50).build();
        Title sample = title(3, "sample").popularity(1).build();

        Catalogue catalogue = new Catalogue(List.of(merged, rival, sample), 1);

        assertThat(catalogue.popularityRank(0)).isEqualTo(0.5);
        assertThat(catalogue.popularityRank(1)).isEqualTo(1);
        assertThat(catalogue.popularityRank(2)).isEqualTo(1);
    }

    @Test
    void expiresWithTheOldestTitleOrListThatHasALegalAge() {
        Title old = title(1, "tmdb").source("tmdb", NOW.minusSeconds(60)).build();
        Title young = title(2, "tmdb").build();
        Title ancient = title(3, "sample").source("sample", Instant.EPOCH).build();
        StoredList oldList = new StoredList(
                ListKey.of(ListType.POPULAR, ListScope.MOVIE), "tmdb", List.of(), NOW.minusSeconds(90), NOW);

        assertThat(new Catalogue(List.of(young, ancient, old), 1).expiresAt())
                .isEqualTo(NOW.minusSeconds(60).plus(TMDB_MAX_AGE));
        assertThat(new Catalogue(List.of(young, ancient), List.of(oldList), 1).expiresAt())
                .isEqualTo(NOW.minusSeconds(90).plus(TMDB_MAX_AGE));
        assertThat(new Catalogue(List.of(ancient), 1).expiresAt()).isEqualTo(Instant.MAX);
    }

    @Test
    void everyStateOfAStoreHasAVersionOfItsOwn() {
        List<Long> versions = new ArrayList<>();
        for (long version : List.of(1L, 2L, 3L)) {
            IntStream.range(0, 50)
                    .mapToObj(i ->
                            title(1, "tmdb").source("tmdb", NOW.plusMillis(i)).build())
                    .forEach(title -> versions.add(new Catalogue(List.of(title), version).version()));
        }

        assertThat(versions).doesNotHaveDuplicates();
    }
}
