package movierec.learning.ease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import movierec.learning.ItemWeights;
import movierec.learning.Model;
import movierec.learning.ModelContract;
import movierec.learning.linear.JavaInverse;
import movierec.learning.matrix.Interactions;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class EaseTest extends ModelContract {
    @Override
    protected Model model() {
        return Ease.zeroDiagonal(100, 0, 1_000);
    }

    /** Two users like both items, one only the second: worked by hand with lambda 1. */
    @Test
    void givesTheWeightsOfThePaperOnAnExampleWorkedByHand() {
        Interactions three = Interactions.builder(3, 2)
                .add(0, 0, 1)
                .add(0, 1, 1)
                .add(1, 0, 1)
                .add(1, 1, 1)
                .add(2, 1, 1)
                .build();

        ItemWeights weights = new Ease(1, 0, Ease.Diagonal.ZERO, 0, 2, size -> new JavaInverse()).fit(three);

        // G + 1 = [3 2; 2 4], so P = 1/8 [4 -2; -2 3] and B = [0 2/3; 1/2 0].
        assertThat(weights.rows().value(0, 1)).isCloseTo(2 / 3f, within(1e-6f));
        assertThat(weights.rows().value(1, 0)).isCloseTo(1 / 2f, within(1e-6f));
        assertThat(weights.rows().value(0, 0)).isZero();
    }

    @Test
    void saysWhatToDoWhenAllUsersAreEqualAndHardlyAnythingRegularizes() {
        Interactions.Builder equal = Interactions.builder(1_000, 3);
        for (int u = 0; u < 1_000; u++) {
            equal.add(u, 0, 1).add(u, 1, 1).add(u, 2, 1);
        }
        Interactions all = equal.build();

        assertThatThrownBy(() -> Ease.zeroDiagonal(1e-9, 0, 3).fit(all))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("raise the regularization");
        assertThat(Ease.zeroDiagonal(1, 0, 3).fit(all).rows().value(0, 1)).isCloseTo(0.5f, within(0.01f));
    }

    @Property(tries = 60)
    void agreesWithItsReadableTwin(
            @ForAll @IntRange(min = 2, max = 30) int items,
            @ForAll long seed,
            @ForAll @IntRange(max = 8) int tenthsDropout) {
        Random random = new Random(seed);
        float[][] users = new float[40][items];
        Interactions.Builder builder = Interactions.builder(users.length, items);
        builder.add(0, 0, 1);
        users[0][0] = 1;
        for (int u = 0; u < users.length; u++) {
            for (int i = 0; i < items; i++) {
                if (random.nextInt(3) == 0) {
                    users[u][i] = 1;
                    builder.add(u, i, 1);
                }
            }
        }
        double dropout = tenthsDropout / 10.0;

        ItemWeights fast =
                new Ease(2, dropout, Ease.Diagonal.ZERO, 0, items, size -> new JavaInverse()).fit(builder.build());

        double[][] slow = ReadableEase.weights(users, 2, dropout, Ease.Diagonal.ZERO);
        for (int i = 0; i < items; i++) {
            for (int j = 0; j < items; j++) {
                assertThat(fast.rows().value(i, j)).isCloseTo((float) slow[i][j], within(2e-4f));
            }
        }
    }

    @Test
    void aRowKeepsItsStrongestWeightsOnly() {
        Interactions.Builder chain = Interactions.builder(4, 3).add(3, 2, 1);
        chain.add(0, 0, 1).add(0, 1, 1).add(1, 0, 1).add(1, 1, 1).add(2, 1, 1).add(2, 2, 1);

        ItemWeights weights = new Ease(1, 0, Ease.Diagonal.ZERO, 0, 1, size -> new JavaInverse()).fit(chain.build());

        assertThat(weights.rows().columnIndexes(0)).containsExactly(1);
    }

    @Property(tries = 60)
    void withAFreeDiagonalToo(@ForAll @IntRange(min = 2, max = 30) int items, @ForAll long seed) {
        Random random = new Random(seed);
        float[][] users = new float[40][items];
        Interactions.Builder builder = Interactions.builder(users.length, items);
        double[] counts = new double[users.length];
        for (int u = 0; u < users.length; u++) {
            for (int i = 0; i < items; i++) {
                if (i == u % items || random.nextInt(3) == 0) {
                    users[u][i] = 1;
                    counts[u]++;
                    builder.add(u, i, 1);
                }
            }
        }

        ItemWeights fast =
                new Ease(2, 0.4, Ease.Diagonal.FREE, 0.3, items, size -> new JavaInverse()).fit(builder.build());

        weighByActivity(users, counts, 0.3);
        double[][] slow = ReadableEase.weights(users, 2, 0.4, Ease.Diagonal.FREE);
        for (int i = 0; i < items; i++) {
            for (int j = 0; j < items; j++) {
                assertThat(fast.rows().value(i, j)).isCloseTo((float) slow[i][j], within(2e-4f));
            }
        }
    }

    /** Rows times the root of n^-exponent, so scaled that these weights are 1 on average. */
    private static void weighByActivity(float[][] users, double[] counts, double exponent) {
        double mean = 0;
        for (double count : counts) {
            mean += Math.pow(count, -exponent) / counts.length;
        }
        for (int u = 0; u < users.length; u++) {
            for (int i = 0; i < users[u].length; i++) {
                users[u][i] *= (float) Math.sqrt(Math.pow(counts[u], -exponent) / mean);
            }
        }
    }

    @Test
    void refusesSettingsThatHaveNoSolution() {
        assertThatThrownBy(() -> Ease.zeroDiagonal(0, 0, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Ease.zeroDiagonal(1, 1, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Ease.freeDiagonal(1, 0, 1.5, 10)).hasMessageContaining("activityExponent");
        assertThatThrownBy(() -> Ease.zeroDiagonal(Double.NaN, 0, 10)).isInstanceOf(IllegalArgumentException.class);
    }
}
