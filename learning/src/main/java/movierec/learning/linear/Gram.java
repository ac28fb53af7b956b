package movierec.learning.linear;

import java.util.stream.IntStream;

/** The product Fᵀ F of a tall matrix with itself. */
public final class Gram {
    /** A fixed number, so that sums have the same order on every machine. */
    private static final int MAX_PARTS = 16;

    private static final int MIN_PART_ROWS = 128;
    private static final int ROWS_AT_ONCE = 128;

    private static final boolean HAS_VECTORS =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

    private Gram() {}

    /**
     * Costs n d² floating point operations for n rows; the result does not depend on the number of threads.
     *
     * @param rows F, row-major
     * @param columnCount d, how many values of a row count
     * @param stride how many values a row takes
     * @return d x d, row-major
     */
    public static double[] of(float[] rows, int columnCount, int stride) {
        return HAS_VECTORS ? byTiles(rows, columnCount, stride) : byRows(rows, columnCount, stride);
    }

    /** With registers, for virtual machines that were started with them. */
    static double[] byTiles(float[] rows, int columnCount, int stride) {
        int padded = TileProduct.padded(columnCount);
        return sumOfParts(rows.length / stride, columnCount, padded, (sums, first, end) -> {
            float[] some = new float[ROWS_AT_ONCE * padded];
            TileProduct product = TileProduct.ofColumns(sums, some, padded);
            for (int start = first; start < end; start += ROWS_AT_ONCE) {
                int count = Math.min(ROWS_AT_ONCE, end - start);
                for (int r = 0; r < count; r++) {
                    System.arraycopy(rows, (start + r) * stride, some, r * padded, columnCount);
                }
                product.addUpper(columnCount, count);
            }
        });
    }

    /** In plain loops. */
    static double[] byRows(float[] rows, int columnCount, int stride) {
        return sumOfParts(rows.length / stride, columnCount, columnCount, (sums, first, end) -> {
            for (int r = first; r < end; r++) {
                for (int i = 0; i < columnCount; i++) {
                    float value = rows[r * stride + i];
                    for (int j = i; j < columnCount; j++) {
                        sums[i * columnCount + j] += value * rows[r * stride + j];
                    }
                }
            }
        });
    }

    private static double[] sumOfParts(int rowCount, int columnCount, int padded, Part part) {
        int partRows = Math.max(MIN_PART_ROWS, (rowCount + MAX_PARTS - 1) / MAX_PARTS);
        int partCount = (rowCount + partRows - 1) / partRows;
        float[][] parts = new float[partCount][];
        IntStream.range(0, partCount).parallel().forEach(p -> {
            float[] sums = new float[padded * padded];
            part.add(sums, p * partRows, Math.min(rowCount, (p + 1) * partRows));
            parts[p] = sums;
        });
        double[] gram = new double[columnCount * columnCount];
        for (float[] sums : parts) {
            for (int i = 0; i < columnCount; i++) {
                for (int j = i; j < columnCount; j++) {
                    gram[i * columnCount + j] += sums[i * padded + j];
                }
            }
        }
        for (int i = 0; i < columnCount; i++) {
            for (int j = 0; j < i; j++) {
                gram[i * columnCount + j] = gram[j * columnCount + i];
            }
        }
        return gram;
    }

    /** Adds the products of some rows to the upper triangle of its sums. */
    @FunctionalInterface
    private interface Part {
        void add(float[] sums, int firstRow, int endRow);
    }
}
