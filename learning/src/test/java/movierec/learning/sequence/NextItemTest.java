package movierec.learning.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import movierec.learning.Model;
import movierec.learning.ModelContract;
import movierec.learning.Progress;
import movierec.learning.RecentItemWeights;
import movierec.learning.SharedData;
import movierec.learning.UnusableData;
import movierec.learning.evaluate.Judge;
import movierec.learning.matrix.Interactions;
import movierec.learning.matrix.TopK;
import movierec.learning.popularity.Popularity;
import movierec.learning.split.Protocol;
import movierec.learning.split.Split;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NextItemTest extends ModelContract {
    private static final double PAST_DECAY = 3;
    private static final int FUTURE_ITEMS = 2;
    private static final double FUTURE_DECAY = 1.5;

    @Override
    protected Model model() {
        // The checkerboard's order is random, so everything that comes later has to count.
        return new NextItem(10, 20, 20, 20, 500);
    }

    /** For this model alone it does. */
    @Override
    @Test
    protected void theOrderOfInteractionsDoesNotMatter() {
        Interactions forward = sequences(List.of(new int[] {0, 1, 2}, new int[] {0, 1, 2}), 3);
        Interactions backward = sequences(List.of(new int[] {2, 1, 0}, new int[] {2, 1, 0}), 3);

        assertThat(next(forward, 1)).isEqualTo(2);
        assertThat(next(backward, 1)).isZero();
    }

    /** It is made for what comes next, so that is what it is judged by. */
    @Override
    @Test
    protected void isClearlyBetterThanPopularityOnRealRatings() {
        Split split = Protocol.LEAVE_ONE_OUT.split(SharedData.latestSmall().log(), 3);
        Judge judge = new Judge(split.candidates(), split.test());
        Model model = new NextItem(50, PAST_DECAY, 3, FUTURE_DECAY, 1000);

        double hits =
                judge.judge("next", model.fit(split.training()), Progress.NONE).mean("hr@10");
        double popular = judge.judge("popularity", new Popularity().fit(split.training()), Progress.NONE)
                .mean("hr@10");

        assertThat(hits).isGreaterThan(1.5 * popular);
    }

    private int next(Interactions training, int last) {
        float[] scores = new NextItem(1, PAST_DECAY, FUTURE_ITEMS, FUTURE_DECAY, 500)
                .fit(training)
                .foldIn(new int[] {last}, new float[] {1})
                .scores();
        scores[last] = Float.NEGATIVE_INFINITY;
        return TopK.indexes(scores, 1)[0];
    }

    @Property(tries = 40)
    void agreesWithItsReadableTwin(
            @ForAll @IntRange(min = 3, max = 12) int items,
            @ForAll @IntRange(min = 1, max = 10) int users,
            @ForAll long seed) {
        Random random = new Random(seed);
        List<int[]> sequences = random.ints(users, 1, Math.min(items, 11))
                .mapToObj(
                        length -> random.ints(0, items).distinct().limit(length).toArray())
                .toList();

        RecentItemWeights fast =
                new NextItem(2, PAST_DECAY, FUTURE_ITEMS, FUTURE_DECAY, items).fit(sequences(sequences, items));

        double[][] expected = readableWeights(sequences, items, 2);
        for (int i = 0; i < items; i++) {
            for (int j = 0; j < items; j++) {
                assertThat(fast.weights().rows().value(i, j)).isCloseTo((float) expected[i][j], within(1e-4f));
            }
        }
    }

    /** The readable twin: every moment gives one row of pasts and one of futures; then the normal equations. */
    private static double[][] readableWeights(List<int[]> sequences, int items, double regularization) {
        double[][] system = new double[items][2 * items];
        for (int[] sequence : sequences) {
            for (int moment = 0; moment < sequence.length; moment++) {
                double[] past = new double[items];
                double[] future = new double[items];
                for (int k = 0; k < sequence.length; k++) {
                    if (k <= moment) {
                        past[sequence[k]] = Math.exp((k - moment) / PAST_DECAY);
                    } else if (k <= moment + FUTURE_ITEMS) {
                        future[sequence[k]] = Math.exp((moment + 1 - k) / FUTURE_DECAY);
                    }
                }
                // The last moment of all has no future and says nothing.
                for (int i = 0; i < items && moment < sequence.length - 1; i++) {
                    for (int j = 0; j < items; j++) {
                        system[i][j] += past[i] * past[j];
                        system[i][items + j] += past[i] * future[j];
                    }
                }
            }
        }
        for (int i = 0; i < items; i++) {
            system[i][i] += regularization;
        }
        return solved(system, items);
    }

    /** Gauss and Jordan; a positive definite matrix needs no pivoting. */
    private static double[][] solved(double[][] system, int size) {
        for (int k = 0; k < size; k++) {
            double pivot = system[k][k];
            for (int j = 0; j < 2 * size; j++) {
                system[k][j] /= pivot;
            }
            for (int i = 0; i < size; i++) {
                double factor = i == k ? 0 : system[i][k];
                for (int j = 0; j < 2 * size; j++) {
                    system[i][j] -= factor * system[k][j];
                }
            }
        }
        return Arrays.stream(system)
                .map(row -> Arrays.copyOfRange(row, size, 2 * size))
                .toArray(double[][]::new);
    }

    @Test
    void refusesInteractionsInUnknownOrder() {
        Interactions unordered =
                Interactions.builder(1, 2).add(0, 0, 1).add(0, 1, 1).build();

        assertThatThrownBy(() -> model().fit(unordered))
                .isInstanceOf(UnusableData.class)
                .hasMessageContaining("time of every interaction");
    }

    @Test
    void refusesSettingsWithoutMeaning() {
        assertThatThrownBy(() -> new NextItem(0, 3, 1, 1, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NextItem(1, Double.NaN, 1, 1, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NextItem(1, 3, 0, 1, 10)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Interactions sequences(List<int[]> sequences, int items) {
        Interactions.Builder builder =
                Interactions.builder(sequences.size(), items).chronological();
        for (int u = 0; u < sequences.size(); u++) {
            for (int itemIndex : sequences.get(u)) {
                builder.add(u, itemIndex, 1);
            }
        }
        return builder.build();
    }
}
