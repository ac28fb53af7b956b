package movierec.learning.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RankingMetricTest {
    /** Targets at ranks 1 and 3 of 5, a third target missed: worked by hand. */
    private static final JudgedList LIST = JudgedList.of(new int[] {7, 1, 8, 2, 3}, new int[] {8, 7, 9});

    @Test
    void ndcgAgreesWithTheHandWorkedExample() {
        // (1 + 1/2) / (1 + 1/log2(3) + 1/2)
        assertThat(new RankingMetric.Ndcg(5).value(LIST)).isCloseTo(1.5 / 2.130929753571457, within(1e-12));
        // (1) / (1 + 1/log2(3))
        assertThat(new RankingMetric.Ndcg(2).value(LIST)).isCloseTo(1 / 1.6309297535714575, within(1e-12));
    }

    @Test
    void recallDividesByWhatThereCanBe() {
        assertThat(new RankingMetric.Recall(5).value(LIST)).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(new RankingMetric.Recall(2).value(LIST)).isEqualTo(1.0 / 2);
    }

    @Test
    void hitRateAndReciprocalRankLookAtTheFirstTarget() {
        JudgedList third = JudgedList.of(new int[] {4, 5, 6}, new int[] {6});

        assertThat(new RankingMetric.HitRate(2).value(third)).isZero();
        assertThat(new RankingMetric.HitRate(3).value(third)).isEqualTo(1);
        assertThat(new RankingMetric.ReciprocalRank().value(third)).isCloseTo(1.0 / 3, within(1e-12));
    }

    @Test
    void anEmptyListIsWorthNothing() {
        JudgedList empty = JudgedList.of(new int[0], new int[] {1});

        assertThat(new RankingMetric.Ndcg(10).value(empty)).isZero();
        assertThat(new RankingMetric.Recall(10).value(empty)).isZero();
        assertThat(new RankingMetric.ReciprocalRank().value(empty)).isZero();
    }

    @Test
    void withoutTargetsThereIsNothingToJudge() {
        assertThatThrownBy(() -> JudgedList.of(new int[] {1}, new int[0])).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void agreesWithItsReadableTwin(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 30) int k,
            @ForAll @IntRange(min = 1, max = 20) int targets) {
        Random random = new Random(seed);
        List<Integer> ranked = new ArrayList<>(IntStream.range(0, 40).boxed().toList());
        Collections.shuffle(ranked, random);
        Set<Integer> wanted =
                random.ints(0, 40).distinct().limit(targets).boxed().collect(Collectors.toCollection(TreeSet::new));
        JudgedList list = JudgedList.of(
                ranked.stream().mapToInt(i -> i).toArray(),
                wanted.stream().mapToInt(i -> i).toArray());
        List<Integer> first = ranked.subList(0, k);

        double hits = first.stream().filter(wanted::contains).count();
        assertThat(new RankingMetric.Recall(k).value(list)).isEqualTo(hits / Math.min(k, wanted.size()));
        assertThat(new RankingMetric.HitRate(k).value(list)).isEqualTo(hits > 0 ? 1 : 0);
        assertThat(new RankingMetric.Ndcg(k).value(list))
                .isCloseTo(gain(first, wanted) / ideal(k, wanted), within(1e-9));
    }

    private static double gain(List<Integer> first, Set<Integer> wanted) {
        return first.stream()
                .filter(wanted::contains)
                .mapToDouble(item -> 1 / (Math.log(first.indexOf(item) + 2) / Math.log(2)))
                .sum();
    }

    private static double ideal(int k, Set<Integer> wanted) {
        return IntStream.range(0, Math.min(k, wanted.size()))
                .mapToDouble(place -> 1 / (Math.log(place + 2) / Math.log(2)))
                .sum();
    }
}
