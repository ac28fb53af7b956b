package movierec.learning.linear;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A symmetric positive definite system of linear equations that is small enough for a processor cache, to be filled and
 * solved again and again by one thread: A is summed from products of rows, factorized as Uᵀ U and solved in its place.
 *
 * <p>Costs n² floating point operations per row added, n³/3 + 2 n² per solution.
 */
public final class PositiveSystem {
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
    private static final int LANE_COUNT = LANES.length();
    private static final int TILE_ROWS = TileProduct.TILE_ROWS;

    private final float[] upper;
    private final float[] solved;
    private int size;
    private int stride;

    public PositiveSystem(int maxSize) {
        int maxStride = stride(maxSize);
        upper = new float[Math.multiplyExact(maxStride, maxStride)];
        solved = new float[maxStride];
    }

    /** How many values a row added to a system of this size takes; those beyond the size are zero. */
    public static int stride(int size) {
        return TileProduct.padded(size);
    }

    /** Begins a new system: A = 0. */
    public void start(int newSize) {
        size = newSize;
        stride = stride(newSize);
        Arrays.fill(upper, 0, rowCount() * stride, 0);
        for (int i = size; i < rowCount(); i++) {
            upper[i * stride + i] = 1;
        }
    }

    /** A[i][i] += value. */
    public void addToDiagonal(int index, float value) {
        upper[index * stride + index] += value;
    }

    /**
     * A += M, a part of a larger symmetric matrix.
     *
     * @param first where M begins
     * @param rowStep how far its rows are apart, a {@link #stride}
     */
    public void addMatrix(float[] matrix, int first, int rowStep) {
        for (int i = 0; i < size; i++) {
            for (int j = lanesOf(i); j < stride; j += LANE_COUNT) {
                FloatVector.fromArray(LANES, upper, i * stride + j)
                        .add(FloatVector.fromArray(LANES, matrix, first + i * rowStep + j))
                        .intoArray(upper, i * stride + j);
            }
        }
    }

    /**
     * A += Rᵀ R.
     *
     * @param rows R, row-major, {@link #stride} values per row
     */
    public void addProducts(float[] rows, int rowCount) {
        TileProduct.ofColumns(upper, rows, stride).addUpper(size, rowCount);
    }

    /**
     * Replaces b by the x for which A x = b; A is used up.
     *
     * @param wanted b, with {@link #stride} values, those beyond the size zero
     * @throws ArithmeticException when A is not positive definite in single precision
     */
    public void solve(float[] wanted) {
        factorize();
        // Uᵀ z = b: z[i] = (b[i] - sum over k < i of U[k][i] z[k]) / U[i][i]
        for (int i = 0; i < size; i++) {
            solved[i] = wanted[i] * upper[i * stride + i];
            addMultiple(wanted, 0, i * stride, -solved[i], i);
        }
        // U x = z: x[i] = (z[i] - sum over j > i of U[i][j] x[j]) / U[i][i]
        Arrays.fill(wanted, 0);
        for (int i = size - 1; i >= 0; i--) {
            wanted[i] = (solved[i] - product(i, wanted)) * upper[i * stride + i];
        }
    }

    private int rowCount() {
        return (size + TILE_ROWS - 1) / TILE_ROWS * TILE_ROWS;
    }

    /** A = Uᵀ U, four rows at a time; the diagonal keeps 1 / U[i][i], what is left of it becomes zero. */
    private void factorize() {
        TileProduct earlier = TileProduct.ofEarlierRows(upper, stride);
        for (int first = 0; first < rowCount(); first += TILE_ROWS) {
            earlier.addStrip(first, first, first);
            for (int i = first; i < first + TILE_ROWS; i++) {
                factorizeRow(first, i);
            }
        }
    }

    /** U[i][j] = (A[i][j] - sum over k < i of U[k][i] U[k][j]) / U[i][i], where only k from {@code first} is left to do. */
    private void factorizeRow(int first, int i) {
        int row = i * stride;
        for (int k = first; k < i; k++) {
            addMultiple(upper, row, k * stride, -upper[k * stride + i], i);
        }
        float pivot = upper[row + i];
        if (!(pivot > 0) || pivot == Float.POSITIVE_INFINITY) {
            throw Inverse.notPositiveDefinite();
        }
        float inverse = (float) (1 / Math.sqrt(pivot));
        for (int j = lanesOf(i); j < stride; j += LANE_COUNT) {
            FloatVector.fromArray(LANES, upper, row + j).mul(inverse).intoArray(upper, row + j);
        }
        Arrays.fill(upper, row + lanesOf(first), row + i, 0);
        upper[row + i] = inverse;
    }

    /** target[j] += factor * U[row][j] from the register that holds place {@code first} to the end of the row. */
    private void addMultiple(float[] target, int targetStart, int row, float factor, int first) {
        for (int j = lanesOf(first); j < stride; j += LANE_COUNT) {
            FloatVector.fromArray(LANES, upper, row + j)
                    .fma(FloatVector.broadcast(LANES, factor), FloatVector.fromArray(LANES, target, targetStart + j))
                    .intoArray(target, targetStart + j);
        }
    }

    /** The sum over j > i of U[i][j] x[j], where x[j] is zero up to i. */
    private float product(int i, float[] x) {
        FloatVector sum = FloatVector.zero(LANES);
        for (int j = lanesOf(i); j < stride; j += LANE_COUNT) {
            sum = FloatVector.fromArray(LANES, upper, i * stride + j).fma(FloatVector.fromArray(LANES, x, j), sum);
        }
        return LaneSum.of(sum);
    }

    /** Where the register begins that holds place i of a row. */
    private static int lanesOf(int i) {
        return i / LANE_COUNT * LANE_COUNT;
    }
}
