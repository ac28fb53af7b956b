package movierec.learning.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class InverseTest {
    @Property(tries = 40)
    void theJavaInverseAgreesWithGaussianElimination(@ForAll @IntRange(min = 1, max = 150) int size) {
        float[][] a = positiveDefinite(size);

        assertClose(inverted(new JavaInverse(), a), gaussian(a));
    }

    @Test
    void theNativeInverseAgreesWithTheJavaInverse() {
        assumeTrue(OpenBlasInverse.isUsable(), "OpenBLAS has no native library for this platform");
        float[][] a = positiveDefinite(517);

        assertClose(inverted(new OpenBlasInverse(), a), toDouble(inverted(new JavaInverse(), a)));
    }

    @Test
    void aMatrixThatIsNotPositiveDefiniteSaysWhatToChange() {
        float[][] singular = {{1, 1}, {1, 1}};

        assertThatThrownBy(() -> inverted(new JavaInverse(), singular))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("raise the regularization");
    }

    @Test
    void theNativeInverseSaysTheSame() {
        assumeTrue(OpenBlasInverse.isUsable(), "OpenBLAS has no native library for this platform");
        float[][] singular = {{1, 1}, {1, 1}};

        assertThatThrownBy(() -> inverted(new OpenBlasInverse(), singular))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("raise the regularization");
    }

    private static float[][] inverted(Inverse inverse, float[][] a) {
        float[][] rows = new float[a.length][];
        try (SquareMatrix matrix = new SquareMatrix(a.length)) {
            for (int i = 0; i < a.length; i++) {
                matrix.setRow(i, a[i]);
            }
            inverse.invert(matrix);
            for (int i = 0; i < a.length; i++) {
                rows[i] = matrix.row(i);
            }
        }
        return rows;
    }

    /** Random rows times themselves, and a clear diagonal. */
    private static float[][] positiveDefinite(int size) {
        Random random = new Random(size);
        float[][] rows = new float[size][size];
        for (float[] row : rows) {
            for (int j = 0; j < size; j++) {
                row[j] = random.nextFloat() - 0.5f;
            }
        }
        float[][] a = new float[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                for (int k = 0; k < size; k++) {
                    a[i][j] += rows[i][k] * rows[j][k];
                }
            }
            a[i][i] += 3;
        }
        return a;
    }

    private static double[][] gaussian(float[][] a) {
        int n = a.length;
        double[][] work = toDouble(a);
        double[][] inverse = new double[n][n];
        for (int i = 0; i < n; i++) {
            inverse[i][i] = 1;
        }
        for (int pivot = 0; pivot < n; pivot++) {
            double divisor = work[pivot][pivot];
            for (int c = 0; c < n; c++) {
                work[pivot][c] /= divisor;
                inverse[pivot][c] /= divisor;
            }
            for (int r = 0; r < n; r++) {
                double factor = work[r][pivot];
                for (int c = 0; c < n && r != pivot; c++) {
                    work[r][c] -= factor * work[pivot][c];
                    inverse[r][c] -= factor * inverse[pivot][c];
                }
            }
        }
        return inverse;
    }

    private static double[][] toDouble(float[][] a) {
        double[][] copy = new double[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                copy[i][j] = a[i][j];
            }
        }
        return copy;
    }

    private static void assertClose(float[][] actual, double[][] expected) {
        double worst = 0;
        for (int i = 0; i < expected.length; i++) {
            for (int j = 0; j < expected.length; j++) {
                worst = Math.max(worst, Math.abs(actual[i][j] - expected[i][j]));
            }
        }
        assertThat(worst).isLessThan(1e-4);
    }
}
