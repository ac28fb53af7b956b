package movierec.learning.matrix;

import java.util.Arrays;

/** A sparse matrix in compressed rows, on the heap. */
public final class SparseRows implements WeightRows {
    private final int columnCount;
    private final int[] offsets;
    private final int[] columnIndexes;
    private final float[] values;

    /** Takes the arrays over without a copy: the caller must not keep them. */
    SparseRows(int columnCount, int[] offsets, int[] columnIndexes, float[] values) {
        this.columnCount = columnCount;
        this.offsets = offsets;
        this.columnIndexes = columnIndexes;
        this.values = values;
    }

    @Override
    public int rowCount() {
        return offsets.length - 1;
    }

    @Override
    public int columnCount() {
        return columnCount;
    }

    @Override
    public int size() {
        return columnIndexes.length;
    }

    @Override
    public int start(int rowIndex) {
        return offsets[rowIndex];
    }

    @Override
    public int end(int rowIndex) {
        return offsets[rowIndex + 1];
    }

    public int rowSize(int rowIndex) {
        return end(rowIndex) - start(rowIndex);
    }

    /** The sum of the row's values. */
    public double rowSum(int rowIndex) {
        double sum = 0;
        for (int p = start(rowIndex); p < end(rowIndex); p++) {
            sum += values[p];
        }
        return sum;
    }

    @Override
    public int columnIndexAt(int position) {
        return columnIndexes[position];
    }

    @Override
    public float valueAt(int position) {
        return values[position];
    }

    @Override
    public int[] columnIndexes(int rowIndex) {
        return Arrays.copyOfRange(columnIndexes, start(rowIndex), end(rowIndex));
    }

    /** A copy of the row's values. */
    public float[] values(int rowIndex) {
        return Arrays.copyOfRange(values, start(rowIndex), end(rowIndex));
    }

    /** Columns become rows; costs one pass over the entries. */
    public SparseRows transposed() {
        int[] starts = new int[columnCount + 1];
        for (int columnIndex : columnIndexes) {
            starts[columnIndex + 1]++;
        }
        for (int c = 0; c < columnCount; c++) {
            starts[c + 1] += starts[c];
        }
        int[] next = Arrays.copyOf(starts, columnCount);
        int[] rowIndexes = new int[size()];
        float[] transposedValues = new float[size()];
        for (int r = 0; r < rowCount(); r++) {
            for (int p = start(r); p < end(r); p++) {
                int target = next[columnIndexes[p]]++;
                rowIndexes[target] = r;
                transposedValues[target] = values[p];
            }
        }
        return new SparseRows(rowCount(), starts, rowIndexes, transposedValues);
    }

    /** Some of the rows, in the given order. */
    public SparseRows rows(int[] rowIndexes) {
        int[] rowOffsets = new int[rowIndexes.length + 1];
        for (int r = 0; r < rowIndexes.length; r++) {
            rowOffsets[r + 1] = rowOffsets[r] + rowSize(rowIndexes[r]);
        }
        int[] columns = new int[rowOffsets[rowIndexes.length]];
        float[] kept = new float[columns.length];
        for (int r = 0; r < rowIndexes.length; r++) {
            System.arraycopy(columnIndexes, start(rowIndexes[r]), columns, rowOffsets[r], rowSize(rowIndexes[r]));
            System.arraycopy(values, start(rowIndexes[r]), kept, rowOffsets[r], rowSize(rowIndexes[r]));
        }
        return new SparseRows(columnCount, rowOffsets, columns, kept);
    }

    /** The same places with other values. */
    public SparseRows withValues(PositionValue function) {
        float[] changed = new float[size()];
        for (int r = 0; r < rowCount(); r++) {
            for (int p = start(r); p < end(r); p++) {
                changed[p] = function.value(r, columnIndexes[p], values[p]);
            }
        }
        return new SparseRows(columnCount, offsets, columnIndexes, changed);
    }

    /** Gives an entry its new value. */
    @FunctionalInterface
    public interface PositionValue {
        float value(int rowIndex, int columnIndex, float value);
    }
}
