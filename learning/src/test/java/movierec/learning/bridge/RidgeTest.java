package movierec.learning.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import movierec.learning.matrix.RowCollector;
import movierec.learning.matrix.SparseRows;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RidgeTest {
    @Test
    void agreesWithTheHandWorkedExample() {
        // One column of ones, targets 1 and 4, the second counting twice: (1 + 2 * 4) / (1 + 2 + lambda).
        SparseRows ones = rows(new float[][] {{1}, {1}});
        Ridge ridge = new Ridge(ones, new float[] {1, 2}, new float[] {1, 4}, 1);

        assertThat(ridge.weights(1)[0]).isCloseTo(9f / 4, within(1e-6f));
        assertThat(ridge.dual(1)[0]).isCloseTo(9f / 4, within(1e-6f));
    }

    @Property(tries = 100)
    void bothFormsAreWhereTheGradientIsNothing(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 12) int rowCount,
            @ForAll @IntRange(min = 1, max = 12) int columnCount) {
        Random random = new Random(seed);
        int dimension = 1 + random.nextInt(3);
        float[][] dense = new float[rowCount][columnCount];
        float[] importance = new float[rowCount];
        float[] targets = new float[rowCount * dimension];
        for (int i = 0; i < rowCount; i++) {
            importance[i] = 0.1f + random.nextFloat();
            for (int f = 0; f < columnCount; f++) {
                dense[i][f] = random.nextInt(3) == 0 ? random.nextFloat() : 0;
            }
        }
        for (int t = 0; t < targets.length; t++) {
            targets[t] = (float) random.nextGaussian();
        }
        Ridge ridge = new Ridge(rows(dense), importance, targets, dimension);

        for (float[] weights : new float[][] {ridge.primal(0.5), ridge.dual(0.5)}) {
            for (int f = 0; f < columnCount; f++) {
                for (int k = 0; k < dimension; k++) {
                    double gradient = 0.5 * weights[f * dimension + k];
                    for (int i = 0; i < rowCount; i++) {
                        double predicted = 0;
                        for (int g = 0; g < columnCount; g++) {
                            predicted += dense[i][g] * weights[g * dimension + k];
                        }
                        gradient += importance[i] * dense[i][f] * (predicted - targets[i * dimension + k]);
                    }
                    assertThat(gradient).isCloseTo(0, within(1e-4));
                }
            }
        }
    }

    static SparseRows rows(float[][] dense) {
        RowCollector rows = new RowCollector(dense.length, dense.length == 0 ? 0 : dense[0].length);
        for (int r = 0; r < dense.length; r++) {
            rows.strongest(r, dense[r], dense[r].length);
        }
        return rows.collected();
    }
}
