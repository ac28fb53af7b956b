package movierec.learning.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import movierec.learning.matrix.Interactions;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ListMetricTest {
    /** Item 0 has all four users, item 1 the first two, item 2 the last two, item 3 the first, item 4 nobody. */
    private static final ItemAudience AUDIENCE = new ItemAudience(Interactions.builder(4, 5)
            .add(0, 0, 1)
            .add(1, 0, 1)
            .add(2, 0, 1)
            .add(3, 0, 1)
            .add(0, 1, 1)
            .add(1, 1, 1)
            .add(2, 2, 1)
            .add(3, 2, 1)
            .add(0, 3, 1)
            .build());

    @Test
    void noveltyIsTheMeanOfBits() {
        // 0, 1 and 2 bits.
        assertThat(new ListMetric.Novelty(3).value(new int[] {0, 1, 3, 0}, AUDIENCE))
                .isCloseTo(1, within(1e-12));
        assertThat(new ListMetric.Novelty(1).value(new int[] {0, 1, 3}, AUDIENCE))
                .isZero();
    }

    @Test
    void whatNobodyHasIsNoMoreSurprisingThanWhatOnePersonHas() {
        assertThat(new ListMetric.Novelty(5).value(new int[] {4}, AUDIENCE)).isCloseTo(2, within(1e-12));
    }

    @Test
    void popularityIsTheMeanShareOfUsers() {
        assertThat(new ListMetric.Popularity(20).value(new int[] {0, 1, 3}, AUDIENCE))
                .isCloseTo((1 + 0.5 + 0.25) / 3, within(1e-12));
    }

    @Test
    void diversityIsOneMinusTheMeanCosineOfPairs() {
        // Cosines: 0-1 2/sqrt(4*2), 0-2 the same, 1-2 nothing.
        assertThat(new ListMetric.Diversity(3).value(new int[] {0, 1, 2, 3}, AUDIENCE))
                .isCloseTo(1 - 2 * (2 / Math.sqrt(8)) / 3, within(1e-12));
        assertThat(new ListMetric.Diversity(20).value(new int[] {1, 2}, AUDIENCE))
                .isCloseTo(1, within(1e-12));
        assertThat(new ListMetric.Diversity(20).value(new int[] {1, 4}, AUDIENCE))
                .as("what nobody has is like nothing")
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void aListOfNothingOrOneIsNotDiverse() {
        assertThat(new ListMetric.Diversity(20).value(new int[] {1}, AUDIENCE)).isZero();
        assertThat(new ListMetric.Diversity(20).value(new int[0], AUDIENCE)).isZero();
        assertThat(new ListMetric.Novelty(20).value(new int[0], AUDIENCE)).isZero();
        assertThat(new ListMetric.Popularity(20).value(new int[0], AUDIENCE)).isZero();
    }

    @Property(tries = 200)
    void diversityAgreesWithLookingAtEveryPair(@ForAll long seed, @ForAll @IntRange(min = 2, max = 9) int k) {
        Random random = new Random(seed);
        Interactions.Builder builder = Interactions.builder(15, 12);
        for (int n = 0; n < 60; n++) {
            builder.add(random.nextInt(15), random.nextInt(12), 1);
        }
        Interactions training = builder.build();
        List<Integer> ranked = new ArrayList<>(IntStream.range(0, 12).boxed().toList());
        Collections.shuffle(ranked, random);
        int[] rankedIndexes = ranked.stream().mapToInt(i -> i).toArray();

        double distances = 0;
        for (int a = 0; a < k; a++) {
            for (int b = 0; b < a; b++) {
                distances += 1 - cosine(training, rankedIndexes[a], rankedIndexes[b]);
            }
        }
        assertThat(new ListMetric.Diversity(k).value(rankedIndexes, new ItemAudience(training)))
                .isCloseTo(distances / (k * (k - 1) / 2.0), within(1e-9));
    }

    private static double cosine(Interactions training, int itemIndex, int otherIndex) {
        double both = 0;
        for (int u = 0; u < training.userCount(); u++) {
            both += training.byUser().value(u, itemIndex) * training.byUser().value(u, otherIndex);
        }
        int[] support = training.support();
        return both == 0 ? 0 : both / Math.sqrt((double) support[itemIndex] * support[otherIndex]);
    }
}
