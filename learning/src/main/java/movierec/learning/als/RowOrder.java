package movierec.learning.als;

import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import movierec.learning.matrix.SparseRows;

/**
 * Shares rows of very different length out to threads: the longest first, a few at a time, so that all threads end
 * together even when a few titles are known by everybody.
 */
final class RowOrder {
    private static final int ROWS_AT_ONCE = 8;

    private final int[] rowIndexes;

    RowOrder(SparseRows rows) {
        long[] keys = new long[rows.rowCount()];
        for (int r = 0; r < keys.length; r++) {
            keys[r] = (long) -rows.rowSize(r) << 32 | r;
        }
        Arrays.sort(keys);
        rowIndexes = Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }

    /**
     * Calls each thread's own worker with row indexes until every row was taken.
     *
     * @throws ArithmeticException what a worker has thrown, which a pool would wrap
     */
    void forEach(Supplier<Worker> workers) {
        AtomicInteger next = new AtomicInteger();
        Queue<ArithmeticException> failures = new ConcurrentLinkedQueue<>();
        IntStream.range(0, threadCount()).parallel().forEach(thread -> {
            try {
                work(workers.get(), next);
            } catch (ArithmeticException e) {
                failures.add(e);
                next.set(rowIndexes.length);
            }
        });
        if (!failures.isEmpty()) {
            throw failures.remove();
        }
    }

    private void work(Worker worker, AtomicInteger next) {
        int first = next.getAndAdd(ROWS_AT_ONCE);
        while (first < rowIndexes.length) {
            for (int r = first; r < Math.min(rowIndexes.length, first + ROWS_AT_ONCE); r++) {
                worker.row(rowIndexes[r]);
            }
            first = next.getAndAdd(ROWS_AT_ONCE);
        }
    }

    private static int threadCount() {
        ForkJoinPool pool = ForkJoinTask.getPool();
        return pool == null ? ForkJoinPool.commonPool().getParallelism() + 1 : pool.getParallelism();
    }

    /** Works on one row after another, in one thread; it may keep room between rows. */
    @FunctionalInterface
    interface Worker {
        void row(int rowIndex);
    }
}
