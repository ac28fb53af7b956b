package movierec.catalogue.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import movierec.model.RatingCorpus;
import movierec.taste.Event;
import movierec.title.TitleId;
import org.junit.jupiter.api.Test;

class SimulatedAudienceTest {
    private static final SampleCatalogue SAMPLE = SampleCatalogue.load();
    private static final List<Rating> RATINGS = ratings(new SimulatedAudience(SAMPLE));

    private record Rating(int user, TitleId titleId, float value, long epochSecond) {}

    @Test
    void theSameSeedGivesTheSameRatingsAndAnotherSeedOthers() {
        List<Rating> first = ratings(new SimulatedAudience(SAMPLE.titles(), 50, 7));

        assertThat(ratings(new SimulatedAudience(SAMPLE.titles(), 50, 7))).isEqualTo(first);
        assertThat(ratings(new SimulatedAudience(SAMPLE.titles(), 50, 8))).isNotEqualTo(first);
    }

    @Test
    void everyUserRatesAReasonableNumberOfDifferentTitles() {
        Map<Integer, List<TitleId>> byUser = new HashMap<>();
        RATINGS.forEach(rating ->
                byUser.computeIfAbsent(rating.user(), u -> new ArrayList<>()).add(rating.titleId()));

        assertThat(byUser).hasSize(SimulatedAudience.USERS);
        assertThat(byUser.values()).allSatisfy(titles -> assertThat(titles)
                .hasSizeBetween(SimulatedAudience.MIN_RATINGS, SimulatedAudience.MAX_RATINGS)
                .doesNotHaveDuplicates());
    }

    @Test
    void ratingsAreHalfStepsOfMixedJudgement() {
        assertThat(RATINGS).allMatch(rating -> Event.isRating(rating.value()));
        double mean = RATINGS.stream().mapToDouble(Rating::value).average().orElse(0);
        long high = RATINGS.stream().filter(rating -> rating.value() >= 4).count();
        assertThat(mean).isBetween(3.2, 4.0);
        assertThat((double) high / RATINGS.size()).isBetween(0.35, 0.65);
    }

    @Test
    void nobodyRatesATitleBeforeItsYearOrAfterTheEnd() {
        Map<TitleId, Integer> years = new HashMap<>();
        SAMPLE.titles()
                .forEach(title ->
                        years.put(title.title().id(), Math.min(title.title().year(), 2025)));

        assertThat(RATINGS).allSatisfy(rating -> {
            java.time.Instant at = java.time.Instant.ofEpochSecond(rating.epochSecond());
            assertThat(at).isBefore(SimulatedAudience.END);
            assertThat(at.atZone(java.time.ZoneOffset.UTC).getYear())
                    .isGreaterThanOrEqualTo(years.getOrDefault(rating.titleId(), 9999));
        });
    }

    @Test
    void popularityHasALongTail() {
        Map<TitleId, Integer> counts = new TreeMap<>();
        RATINGS.forEach(rating -> counts.merge(rating.titleId(), 1, Integer::sum));
        int titleCount = SAMPLE.titles().size();
        long heldByTop = counts.values().stream()
                .sorted((one, other) -> other - one)
                .limit(titleCount / 10)
                .mapToInt(Integer::intValue)
                .sum();

        assertThat((double) heldByTop / RATINGS.size()).isGreaterThan(0.35);
        assertThat(counts.size()).as("titles that anybody rated").isGreaterThan(titleCount * 97 / 100);
    }

    @Test
    void whoLikesATitleLikesItsKin() {
        assertThat(neighbours(TitleId.movie(862))).contains("Toy Story 3", "Monsters, Inc.");
        assertThat(neighbours(TitleId.movie(238))).contains("The Godfather Part II", "GoodFellas");
        assertThat(neighbours(TitleId.movie(348))).contains("The Thing");
        assertThat(neighbours(TitleId.tv(2316))).contains("Friends", "Seinfeld");
        assertThat(neighbours(TitleId.movie(129))).contains("My Neighbor Totoro", "Howl's Moving Castle");
    }

    /** The 20 titles most often liked together with one: cosine over users, damped for the rarely liked. */
    private static Set<String> neighbours(TitleId wanted) {
        Map<TitleId, Set<Integer>> fans = new TreeMap<>();
        RATINGS.stream().filter(rating -> rating.value() >= 4).forEach(rating -> fans.computeIfAbsent(
                        rating.titleId(), t -> new HashSet<>())
                .add(rating.user()));
        Set<Integer> fansOfIt = fans.getOrDefault(wanted, Set.of());
        Map<TitleId, Double> cosine = new HashMap<>();
        fans.forEach((titleId, others) -> {
            long shared = others.stream().filter(fansOfIt::contains).count();
            cosine.put(titleId, titleId.equals(wanted) ? 0 : shared / Math.sqrt(others.size() + 5.0));
        });
        List<TitleId> best = cosine.entrySet().stream()
                .sorted(Map.Entry.<TitleId, Double>comparingByValue().reversed())
                .limit(20)
                .map(Map.Entry::getKey)
                .toList();
        Set<String> names = new HashSet<>();
        SAMPLE.titles().stream()
                .map(SampleTitle::title)
                .filter(title -> best.contains(title.id()))
                .forEach(title -> names.add(title.name()));
        return names;
    }

    private static List<Rating> ratings(RatingCorpus corpus) {
        List<Rating> ratings = new ArrayList<>();
        corpus.forEach((user, titleId, value, second) -> ratings.add(new Rating(user, titleId, value, second)));
        return ratings;
    }
}
