package movierec.vector;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import movierec.failure.OutsideFailure;
import movierec.title.Title;
import movierec.title.TitleId;

/**
 * Keeps the vectors of a catalogue's titles in step with their texts: what was kept is taken up, what is new or changed is
 * encoded, the most popular first, and what is gone is deleted. To be used by one thread at a time.
 */
public final class EncodeTitles {
    /** So many are saved and become searchable together. */
    private static final int BATCH = 32;

    private static final int BATCH_OF_KEPT = 1_000;

    private final String encoderName;
    private final Supplier<TextEncoder> encoder;
    private final VectorStore store;
    private final VectorIndex index;
    private final BooleanSupplier goOn;

    /** The hashes of the texts whose vectors are in the index. */
    private final Map<TitleId, String> hashes = new HashMap<>();

    private boolean tookUp;

    /**
     * @param encoder asked for only when there is something to encode
     * @param goOn false ends the work after the text at hand
     */
    public EncodeTitles(
            String encoderName,
            Supplier<TextEncoder> encoder,
            VectorStore store,
            VectorIndex index,
            BooleanSupplier goOn) {
        this.encoderName = encoderName;
        this.encoder = encoder;
        this.store = store;
        this.index = index;
        this.goOn = goOn;
    }

    /** Is told how far the work is. */
    public interface Watcher {
        Watcher NONE = (done, all) -> {};

        /** @param all how many texts are to be encoded in this run */
        void encoded(int done, int all);
    }

    /**
     * What a run did.
     *
     * @param ready titles that have a vector of their present text
     * @param finished whether that is all of them
     */
    public record Outcome(int ready, int encoded, int deleted, boolean finished) {}

    /**
     * @throws OutsideFailure when the encoder or the store fails; what was done until then counts
     */
    public Outcome run(Collection<Title> catalogue, Watcher watcher) {
        Map<TitleId, String> wanted = HashMap.newHashMap(catalogue.size());
        catalogue.forEach(title -> wanted.put(title.id(), TitleText.of(title).hash()));
        int deleted = tookUp ? 0 : takeUp(wanted);
        deleted += deleteGone(wanted.keySet());
        List<Title> stale = catalogue.stream()
                .filter(title -> !Objects.equals(wanted.get(title.id()), hashes.get(title.id())))
                .sorted(Comparator.comparingDouble(Title::popularity).reversed().thenComparing(Title::id))
                .toList();
        int encoded = 0;
        while (encoded < stale.size() && goOn.getAsBoolean()) {
            encoded += encode(stale.subList(encoded, Math.min(stale.size(), encoded + BATCH)));
            watcher.encoded(encoded, stale.size());
        }
        return new Outcome(catalogue.size() - stale.size() + encoded, encoded, deleted, encoded == stale.size());
    }

    /** Puts into the index what was kept from earlier runs and is still true. */
    private int takeUp(Map<TitleId, String> wanted) {
        List<TitleVector> batch = new ArrayList<>();
        List<TitleId> gone = new ArrayList<>();
        store.forEach(encoderName, kept -> {
            String hash = wanted.get(kept.titleId());
            if (hash == null) {
                gone.add(kept.titleId());
            } else if (hash.equals(kept.contentHash()) && kept.values().length == index.dimensions()) {
                batch.add(kept);
            }
            if (batch.size() == BATCH_OF_KEPT) {
                putAll(batch);
                batch.clear();
            }
        });
        putAll(batch);
        int deleted = store.deleteOthersThan(encoderName) + store.delete(gone);
        tookUp = true;
        return deleted;
    }

    private void putAll(List<TitleVector> vectors) {
        index.put(vectors);
        vectors.forEach(vector -> hashes.put(vector.titleId(), vector.contentHash()));
    }

    private int deleteGone(Set<TitleId> wanted) {
        Set<TitleId> gone = new HashSet<>(hashes.keySet());
        gone.removeAll(wanted);
        if (gone.isEmpty()) {
            return 0;
        }
        index.remove(gone);
        int deleted = store.delete(gone);
        hashes.keySet().removeAll(gone);
        return deleted;
    }

    /** Encodes and saves titles until all are done or it is to end, and returns how many it were. */
    private int encode(List<Title> titles) {
        List<TitleVector> vectors = new ArrayList<>();
        for (Title title : titles) {
            if (goOn.getAsBoolean()) {
                TitleText text = TitleText.of(title);
                float[] values = encoder.get().encode(text.text());
                vectors.add(new TitleVector(title.id(), encoderName, text.hash(), values));
            }
        }
        store.save(vectors);
        putAll(vectors);
        return vectors.size();
    }
}
