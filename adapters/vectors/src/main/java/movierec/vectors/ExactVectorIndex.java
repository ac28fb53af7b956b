package movierec.vectors;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import movierec.title.TitleId;
import movierec.vector.TitleVector;
import movierec.vector.VectorIndex;

/**
 * Compares with every vector: exact, filters cost next to nothing, and a change is a copy of one row. Rows of float32 stand
 * in blocks without gaps; the last row moves into the place of a removed one.
 */
final class ExactVectorIndex implements VectorIndex {
    /** A block grows nowhere, so that a growing index copies nothing; 1.5 MB with 384 dimensions. */
    private static final int BLOCK_ROWS = 1024;

    private final int dimensions;
    private final Products products;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final List<float[]> blocks = new ArrayList<>();
    private final List<TitleId> titleIdOfRow = new ArrayList<>();
    private final Map<TitleId, Integer> rowOfTitleId = new HashMap<>();

    ExactVectorIndex(int dimensions, Products products) {
        this.dimensions = dimensions;
        this.products = products;
    }

    @Override
    public int dimensions() {
        return dimensions;
    }

    @Override
    public int size() {
        lock.readLock().lock();
        try {
            return titleIdOfRow.size();
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public void put(Collection<TitleVector> vectors) {
        VectorChecks.check(vectors, dimensions);
        lock.writeLock().lock();
        try {
            vectors.forEach(this::put);
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void put(TitleVector vector) {
        int row = rowOfTitleId.computeIfAbsent(vector.titleId(), added -> {
            titleIdOfRow.add(added);
            return titleIdOfRow.size() - 1;
        });
        if (row / BLOCK_ROWS == blocks.size()) {
            blocks.add(new float[BLOCK_ROWS * dimensions]);
        }
        System.arraycopy(vector.values(), 0, blocks.get(row / BLOCK_ROWS), place(row), dimensions);
    }

    private int place(int row) {
        return row % BLOCK_ROWS * dimensions;
    }

    @Override
    public void remove(Collection<TitleId> titleIds) {
        lock.writeLock().lock();
        try {
            titleIds.forEach(this::remove);
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void remove(TitleId titleId) {
        Integer row = rowOfTitleId.remove(titleId);
        if (row == null) {
            return;
        }
        int last = titleIdOfRow.size() - 1;
        TitleId moved = titleIdOfRow.removeLast();
        if (row != last) {
            System.arraycopy(
                    blocks.get(last / BLOCK_ROWS), place(last), blocks.get(row / BLOCK_ROWS), place(row), dimensions);
            titleIdOfRow.set(row, moved);
            rowOfTitleId.put(moved, row);
        }
        if (last % BLOCK_ROWS == 0) {
            blocks.removeLast();
        }
    }

    @Override
    public Optional<float[]> find(TitleId titleId) {
        lock.readLock().lock();
        try {
            return Optional.ofNullable(rowOfTitleId.get(titleId)).map(this::copyOf);
        } finally {
            lock.readLock().unlock();
        }
    }

    private float[] copyOf(int row) {
        float[] values = new float[dimensions];
        System.arraycopy(blocks.get(row / BLOCK_ROWS), place(row), values, 0, dimensions);
        return values;
    }

    @Override
    public List<Neighbour> nearest(float[] query, int limit, Predicate<TitleId> filter) {
        if (limit <= 0) {
            return List.of();
        }
        NearestFirst nearest = new NearestFirst(limit);
        float[] similarities = new float[BLOCK_ROWS];
        lock.readLock().lock();
        try {
            for (int block = 0; block < blocks.size(); block++) {
                int firstRow = block * BLOCK_ROWS;
                int rowCount = Math.min(BLOCK_ROWS, titleIdOfRow.size() - firstRow);
                products.compute(blocks.get(block), rowCount, query, similarities);
                for (int row = 0; row < rowCount; row++) {
                    if (nearest.mayEnter(similarities[row])) {
                        TitleId titleId = titleIdOfRow.get(firstRow + row);
                        if (filter.test(titleId)) {
                            nearest.add(titleId, similarities[row]);
                        }
                    }
                }
            }
        } finally {
            lock.readLock().unlock();
        }
        return nearest.inOrder();
    }

    /** Every vector, a block's worth at a time. */
    void copyTo(VectorIndex other) {
        lock.readLock().lock();
        try {
            List<TitleVector> some = new ArrayList<>();
            for (int row = 0; row < titleIdOfRow.size(); row++) {
                some.add(new TitleVector(titleIdOfRow.get(row), "", "", copyOf(row)));
                if (some.size() == BLOCK_ROWS) {
                    other.put(some);
                    some.clear();
                }
            }
            other.put(some);
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public void close() {}
}
