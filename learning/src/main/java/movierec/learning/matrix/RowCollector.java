package movierec.learning.matrix;

import java.util.Arrays;

/** Puts a sparse matrix together from whole rows, which may arrive in any order and from several threads. */
public final class RowCollector {
    private final int columnCount;
    private final int[][] columnIndexes;
    private final float[][] values;

    public RowCollector(int rowCount, int columnCount) {
        this.columnCount = columnCount;
        columnIndexes = new int[rowCount][];
        values = new float[rowCount][];
        Arrays.fill(columnIndexes, new int[0]);
        Arrays.fill(values, new float[0]);
    }

    /**
     * Keeps the entries of a dense row that are largest by absolute value; zeros are never kept.
     *
     * @param row dense, one value per column; copied
     * @param limit how many to keep at most
     */
    public void strongest(int rowIndex, float[] row, int limit) {
        float[] magnitudes = new float[row.length];
        for (int c = 0; c < row.length; c++) {
            magnitudes[c] = row[c] == 0 ? Float.NEGATIVE_INFINITY : Math.abs(row[c]);
        }
        int[] kept = TopK.indexes(magnitudes, limit);
        Arrays.sort(kept);
        float[] keptValues = new float[kept.length];
        for (int k = 0; k < kept.length; k++) {
            keptValues[k] = row[kept[k]];
        }
        columnIndexes[rowIndex] = kept;
        values[rowIndex] = keptValues;
    }

    /**
     * Keeps a sparse row.
     *
     * @param columns growing; taken over without a copy
     * @param rowValues as many; taken over without a copy
     */
    public void row(int rowIndex, int[] columns, float[] rowValues) {
        if (columns.length != rowValues.length) {
            throw new IllegalArgumentException(columns.length + " columns have " + rowValues.length + " values");
        }
        columnIndexes[rowIndex] = columns;
        values[rowIndex] = rowValues;
    }

    /** The matrix of all rows so far; rows never given are empty. */
    public SparseRows collected() {
        int[] offsets = new int[columnIndexes.length + 1];
        for (int r = 0; r < columnIndexes.length; r++) {
            offsets[r + 1] = Math.addExact(offsets[r], columnIndexes[r].length);
        }
        int[] allIndexes = new int[offsets[columnIndexes.length]];
        float[] allValues = new float[allIndexes.length];
        for (int r = 0; r < columnIndexes.length; r++) {
            System.arraycopy(columnIndexes[r], 0, allIndexes, offsets[r], columnIndexes[r].length);
            System.arraycopy(values[r], 0, allValues, offsets[r], values[r].length);
        }
        return new SparseRows(columnCount, offsets, allIndexes, allValues);
    }
}
