package movierec.vectors;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import movierec.title.TitleId;
import movierec.vector.TitleVector;
import movierec.vector.VectorIndex;

/**
 * Exact while that takes a few milliseconds, and from then on a graph on disk. It changes over once, when it has grown too
 * large, and back at the next start; searches go on meanwhile.
 */
public final class EmbeddedVectorIndex implements VectorIndex {
    /** An exact search among so many takes some 10 ms on one core, and their vectors 150 and 75 MB of memory. */
    private static final int EXACT_UP_TO_WITH_SIMD = 100_000;

    private static final int EXACT_UP_TO_WITHOUT = 50_000;

    private final Path folder;
    private final int exactUpTo;
    private final Object changes = new Object();
    private volatile VectorIndex current;

    /** @param folder for the graph, if one is needed; it holds nothing that cannot be made again */
    public EmbeddedVectorIndex(int dimensions, Path folder) {
        this(dimensions, folder, Products.hasSimd() ? EXACT_UP_TO_WITH_SIMD : EXACT_UP_TO_WITHOUT);
    }

    /** @param exactUpTo how many titles are compared one by one; with more it is a graph */
    public EmbeddedVectorIndex(int dimensions, Path folder, int exactUpTo) {
        this.folder = folder;
        this.exactUpTo = exactUpTo;
        this.current = new ExactVectorIndex(dimensions, Products.fastest());
    }

    @Override
    public int dimensions() {
        return current.dimensions();
    }

    @Override
    public int size() {
        return current.size();
    }

    @Override
    public void put(Collection<TitleVector> vectors) {
        synchronized (changes) {
            current.put(vectors);
            if (current instanceof ExactVectorIndex exact && exact.size() > exactUpTo) {
                LuceneVectorIndex graph = LuceneVectorIndex.open(exact.dimensions(), folder);
                exact.copyTo(graph);
                current = graph;
            }
        }
    }

    @Override
    public void remove(Collection<TitleId> titleIds) {
        synchronized (changes) {
            current.remove(titleIds);
        }
    }

    @Override
    public Optional<float[]> find(TitleId titleId) {
        return current.find(titleId);
    }

    @Override
    public List<Neighbour> nearest(float[] query, int limit, Predicate<TitleId> filter) {
        return current.nearest(query, limit, filter);
    }

    @Override
    public void close() {
        synchronized (changes) {
            current.close();
        }
    }
}
