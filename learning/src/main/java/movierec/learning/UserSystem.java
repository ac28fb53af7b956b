package movierec.learning;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The symmetric linear system A x = b that places one history among item factors, and the memory it is solved in: A is built
 * by rank-one updates, factorised as A = Ut U (Cholesky), and then solves any number of right sides. All loops run along
 * rows of the upper triangle. Used by one thread at a time.
 */
final class UserSystem {
    /** A pivot this much smaller than its diagonal is rounding error: nothing is known in that direction. */
    private static final float LEAST_PIVOT = 1e-6f;

    private final int dimension;
    /** A, then U; only the upper triangle is valid. Padded with rows that stay 0. */
    private final float[][] rows;

    private final float[] inversePivots;
    private final float[] scales;
    private final float[][] waiting;
    private final float[] confidences = new float[Axpy.TOGETHER];
    private int waitingCount;
    private @Nullable Object solvedFor;

    UserSystem(int dimension) {
        this.dimension = dimension;
        rows = new float[Axpy.padded(dimension)][dimension];
        inversePivots = new float[dimension];
        scales = new float[Axpy.padded(dimension)];
        waiting = new float[Axpy.TOGETHER][dimension];
    }

    /** Whether the system is, factorised, that of this history; keeps several explanations from building it anew. */
    boolean isSolvedFor(Object history) {
        return solvedFor == history;
    }

    /** Begins with a copy of these rows, d x d. */
    void begin(float[][] start) {
        solvedFor = null;
        waitingCount = 0;
        for (int a = 0; a < dimension; a++) {
            System.arraycopy(start[a], a, rows[a], a, dimension - a);
        }
    }

    /** A += confidence y yt. */
    void add(float confidence, float[] factors, int place) {
        System.arraycopy(factors, place, waiting[waitingCount], 0, dimension);
        confidences[waitingCount++] = confidence;
        if (waitingCount == Axpy.TOGETHER) {
            addWaiting();
        }
    }

    private void addWaiting() {
        Arrays.fill(confidences, waitingCount, Axpy.TOGETHER, 0);
        for (int a = 0; a < dimension; a++) {
            for (int k = 0; k < Axpy.TOGETHER; k++) {
                scales[k] = confidences[k] * waiting[k][a];
            }
            Axpy.addFour(rows[a], a, dimension, scales, waiting, 0);
        }
        waitingCount = 0;
    }

    /** A += ridge I, and A = Ut U. A direction in which A says nothing gets no factor. */
    void factorize(float ridge, Object history) {
        if (waitingCount > 0) {
            addWaiting();
        }
        for (int k = 0; k < dimension; k++) {
            float[] row = rows[k];
            row[k] += ridge;
            float least = LEAST_PIVOT * row[k];
            // U[k][j] U[k][k] = A[k][j] - sum over i < k of U[i][k] U[i][j]
            for (int i = 0; i < k; i++) {
                scales[i] = -rows[i][k];
            }
            Arrays.fill(scales, k, Axpy.padded(k), 0);
            for (int first = 0; first < k; first += Axpy.TOGETHER) {
                Axpy.addFour(row, k, dimension, scales, rows, first);
            }
            inversePivots[k] = row[k] > least ? (float) (1 / Math.sqrt(row[k])) : 0;
            for (int j = k; j < dimension; j++) {
                row[j] *= inversePivots[k];
            }
        }
        solvedFor = history;
    }

    /** Replaces b by x. */
    void solve(float[] b) {
        // Ut z = b, forward.
        for (int k = 0; k < dimension; k++) {
            b[k] *= inversePivots[k];
            Axpy.add(b, k + 1, dimension, -b[k], rows[k]);
        }
        // U x = z, backward.
        for (int k = dimension - 1; k >= 0; k--) {
            int after = k + 1;
            b[k] = (b[k] - Axpy.dot(rows[k], after, b, after, dimension - after)) * inversePivots[k];
        }
    }
}
