package movierec.learning.matrix;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The product Xᵀ X of users x items with itself, row by row: how much two items share. */
public final class Cooccurrence {
    private Cooccurrence() {}

    /**
     * Hands every row to the consumer, several rows at a time from several threads. Each row is summed in the order of
     * users, so the result does not depend on the number of threads. Costs one addition per pair of items of one user.
     *
     * @param byUser users x items
     */
    public static void forEachRow(SparseRows byUser, RowConsumer consumer) {
        SparseRows byItem = byUser.transposed();
        int itemCount = byItem.rowCount();
        // A row is summed into one dense array that stays in the cache; chunks let a thread use its array again.
        int chunkSize = 64;
        IntStream.range(0, (itemCount + chunkSize - 1) / chunkSize).parallel().forEach(chunk -> {
            float[] row = new float[itemCount];
            int last = Math.min(itemCount, (chunk + 1) * chunkSize);
            for (int i = chunk * chunkSize; i < last; i++) {
                Arrays.fill(row, 0);
                sum(byUser, byItem, i, row);
                consumer.row(i, row);
            }
        });
    }

    private static void sum(SparseRows byUser, SparseRows byItem, int itemIndex, float[] row) {
        for (int q = byItem.start(itemIndex); q < byItem.end(itemIndex); q++) {
            int userIndex = byItem.columnIndexAt(q);
            float value = byItem.valueAt(q);
            int end = byUser.end(userIndex);
            for (int p = byUser.start(userIndex); p < end; p++) {
                row[byUser.columnIndexAt(p)] += value * byUser.valueAt(p);
            }
        }
    }

    /** Receives one row; the array is used again for the next. */
    @FunctionalInterface
    public interface RowConsumer {
        void row(int itemIndex, float[] row);
    }
}
