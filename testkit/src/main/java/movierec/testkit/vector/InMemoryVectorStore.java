package movierec.testkit.vector;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import movierec.title.TitleId;
import movierec.vector.TitleVector;
import movierec.vector.VectorStore;

/** Vectors in a map. */
public final class InMemoryVectorStore implements VectorStore {
    private record Key(TitleId titleId, String encoder) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byTitle = titleId.compareTo(other.titleId);
            return byTitle != 0 ? byTitle : encoder.compareTo(other.encoder);
        }
    }

    private final Map<Key, TitleVector> vectors = new ConcurrentSkipListMap<>();

    @Override
    public void forEach(String encoder, Consumer<TitleVector> each) {
        List.copyOf(vectors.values()).stream()
                .filter(vector -> vector.encoder().equals(encoder))
                .forEach(each);
    }

    @Override
    public void save(Collection<TitleVector> saved) {
        saved.forEach(vector -> vectors.put(new Key(vector.titleId(), vector.encoder()), vector));
    }

    @Override
    public int delete(Collection<TitleId> titleIds) {
        return deleteIf(key -> titleIds.contains(key.titleId()));
    }

    @Override
    public int deleteOthersThan(String encoder) {
        return deleteIf(key -> !key.encoder().equals(encoder));
    }

    private int deleteIf(Predicate<Key> condition) {
        int before = vectors.size();
        vectors.keySet().removeIf(condition);
        return before - vectors.size();
    }
}
