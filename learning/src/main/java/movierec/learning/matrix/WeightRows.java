package movierec.learning.matrix;

/**
 * A sparse matrix of weights by rows, wherever it is kept: on the heap or in a mapped file. Column indexes grow within a row.
 * Immutable and thread-safe.
 *
 * <p>The entries of row {@code r} lie at the positions {@code start(r)} to {@code end(r)} - 1.
 */
public interface WeightRows {
    int rowCount();

    int columnCount();

    /** How many entries there are in all rows together. */
    int size();

    int start(int rowIndex);

    int end(int rowIndex);

    int columnIndexAt(int position);

    float valueAt(int position);

    /** The entry, or 0 where there is none. */
    default float value(int rowIndex, int columnIndex) {
        int low = start(rowIndex);
        int high = end(rowIndex) - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int found = columnIndexAt(middle);
            if (found == columnIndex) {
                return valueAt(middle);
            }
            if (found < columnIndex) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return 0;
    }

    /** Adds weight times the row to the sums, one per column. */
    default void addRow(int rowIndex, float weight, float[] sums) {
        int end = end(rowIndex);
        for (int p = start(rowIndex); p < end; p++) {
            sums[columnIndexAt(p)] += weight * valueAt(p);
        }
    }

    /** A copy of the row's column indexes. */
    default int[] columnIndexes(int rowIndex) {
        int[] columnIndexes = new int[end(rowIndex) - start(rowIndex)];
        for (int k = 0; k < columnIndexes.length; k++) {
            columnIndexes[k] = columnIndexAt(start(rowIndex) + k);
        }
        return columnIndexes;
    }

    /** A view of the same entries in a larger square, whose further rows and columns are empty. */
    default WeightRows grown(int size) {
        if (size < rowCount() || size < columnCount()) {
            throw new IllegalArgumentException("A matrix of " + rowCount() + " rows does not grow to " + size);
        }
        return new GrownRows(this, size);
    }
}
