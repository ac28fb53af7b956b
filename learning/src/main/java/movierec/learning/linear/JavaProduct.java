package movierec.learning.linear;

import java.nio.ByteOrder;
import java.util.stream.IntStream;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The product in plain Java. Few rows of the left matrix at a time meet a strip of the right one, so that their sums stay in
 * the fastest cache; a row of the left matrix is only needed for the same row of the product, which takes its place.
 */
final class JavaProduct implements Product {
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
    private static final ByteOrder ORDER = ByteOrder.nativeOrder();
    private static final int ROWS = 4;
    private static final int STRIP = 1024;

    @Override
    public void multiply(SquareMatrix left, SquareMatrix right) {
        int n = left.size();
        IntStream.range(0, (n + ROWS - 1) / ROWS)
                .parallel()
                .forEach(block -> multiplyRows(left, right, block * ROWS, Math.min(n, (block + 1) * ROWS)));
    }

    private static void multiplyRows(SquareMatrix left, SquareMatrix right, int first, int end) {
        int n = left.size();
        float[][] factors = new float[ROWS][n];
        for (int i = first; i < end; i++) {
            factors[i - first] = left.row(i);
        }
        float[][] sums = new float[ROWS][n];
        for (int start = 0; start < n; start += STRIP) {
            int stop = Math.min(n, start + STRIP);
            for (int k = 0; k < n; k++) {
                addRow(right, k, start, stop, factors, sums);
            }
        }
        for (int i = first; i < end; i++) {
            left.setRow(i, sums[i - first]);
        }
    }

    /** sums[r][j] += factors[r][k] right[k][j] for the columns of a strip. */
    private static void addRow(SquareMatrix right, int k, int start, int stop, float[][] factors, float[][] sums) {
        float factor0 = factors[0][k];
        float factor1 = factors[1][k];
        float factor2 = factors[2][k];
        float factor3 = factors[3][k];
        int j = start;
        for (; j <= stop - LANES.length(); j += LANES.length()) {
            FloatVector values =
                    FloatVector.fromMemorySegment(LANES, right.segment(), right.place(k, j) * Float.BYTES, ORDER);
            add(sums[0], j, values, factor0);
            add(sums[1], j, values, factor1);
            add(sums[2], j, values, factor2);
            add(sums[3], j, values, factor3);
        }
        for (; j < stop; j++) {
            float value = right.get(k, j);
            for (int r = 0; r < ROWS; r++) {
                sums[r][j] += factors[r][k] * value;
            }
        }
    }

    private static void add(float[] sums, int j, FloatVector values, float factor) {
        values.fma(FloatVector.broadcast(LANES, factor), FloatVector.fromArray(LANES, sums, j))
                .intoArray(sums, j);
    }
}
