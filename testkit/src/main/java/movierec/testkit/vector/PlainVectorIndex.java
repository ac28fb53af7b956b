package movierec.testkit.vector;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import movierec.title.TitleId;
import movierec.vector.TitleVector;
import movierec.vector.VectorIndex;

/** The readable twin of every vector index: compares with each vector, sorts, cuts. */
public final class PlainVectorIndex implements VectorIndex {
    private final int dimensions;
    private final Map<TitleId, float[]> vectors = new ConcurrentHashMap<>();

    public PlainVectorIndex(int dimensions) {
        this.dimensions = dimensions;
    }

    @Override
    public int dimensions() {
        return dimensions;
    }

    @Override
    public int size() {
        return vectors.size();
    }

    @Override
    public void put(Collection<TitleVector> added) {
        for (TitleVector vector : added) {
            if (vector.values().length != dimensions || !(Math.abs(dot(vector.values(), vector.values()) - 1) < 0.01)) {
                throw new IllegalArgumentException("Vectors here have " + dimensions + " numbers and length 1");
            }
        }
        added.forEach(vector -> vectors.put(vector.titleId(), vector.values()));
    }

    @Override
    public void remove(Collection<TitleId> titleIds) {
        titleIds.forEach(vectors::remove);
    }

    @Override
    public Optional<float[]> find(TitleId titleId) {
        return Optional.ofNullable(vectors.get(titleId));
    }

    @Override
    public List<Neighbour> nearest(float[] query, int limit, Predicate<TitleId> filter) {
        return vectors.entrySet().stream()
                .filter(entry -> filter.test(entry.getKey()))
                .map(entry -> new Neighbour(entry.getKey(), dot(entry.getValue(), query)))
                .sorted(Comparator.comparing(Neighbour::similarity).reversed().thenComparing(Neighbour::titleId))
                .limit(Math.max(0, limit))
                .toList();
    }

    private static float dot(float[] one, float[] other) {
        float sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    @Override
    public void close() {
        vectors.clear();
    }
}
