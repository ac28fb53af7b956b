package movierec.vector;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import movierec.failure.OutsideFailure;
import movierec.title.TitleId;
import movierec.vector.VectorIndex.Neighbour;

/**
 * Searches by the vector of the text. Texts are encoded when they are asked for, the latest few hundred are remembered, and only
 * a few are encoded at a time: where that is too slow, or the encoder is not there yet, nothing is found.
 */
public final class VectorSearch implements MeaningSearch {
    private static final int REMEMBERED_TEXTS = 500;
    private static final Duration PATIENCE = Duration.ofMillis(250);

    private final Supplier<Optional<TextEncoder>> encoders;
    private final VectorIndex index;
    private final Consumer<String> warnings;
    private final Semaphore turns;
    private final Map<String, float[]> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
            return size() > REMEMBERED_TEXTS;
        }
    };

    /**
     * @param encoders hands out the encoder as soon as it is there, and does not wait for it
     * @param atOnce how many texts are encoded at the same time
     */
    public VectorSearch(
            Supplier<Optional<TextEncoder>> encoders, VectorIndex index, int atOnce, Consumer<String> warnings) {
        this.encoders = encoders;
        this.index = index;
        this.warnings = warnings;
        this.turns = new Semaphore(atOnce);
    }

    @Override
    public List<TitleId> search(String text, int limit, Predicate<TitleId> filter) {
        String words = text.strip();
        if (words.isEmpty() || limit <= 0 || index.size() == 0) {
            return List.of();
        }
        Optional<TextEncoder> encoder = encoders.get();
        if (encoder.isEmpty()) {
            return List.of();
        }
        try {
            float least = encoder.get().leastRelevance();
            return vectorOf(words, encoder.get()).stream()
                    .flatMap(vector -> index.nearest(vector, limit, filter).stream())
                    .filter(neighbour -> neighbour.similarity() >= least)
                    .map(Neighbour::titleId)
                    .toList();
        } catch (OutsideFailure failure) {
            warnings.accept("Search goes by words alone: " + failure.getMessage());
            return List.of();
        }
    }

    /** Empty when it is nobody's turn for too long. */
    private Optional<float[]> vectorOf(String words, TextEncoder encoder) {
        synchronized (remembered) {
            float[] known = remembered.get(words);
            if (known != null) {
                return Optional.of(known);
            }
        }
        if (!isOurTurn()) {
            return Optional.empty();
        }
        try {
            float[] vector = encoder.encodeQuery(words);
            synchronized (remembered) {
                remembered.put(words, vector);
            }
            return Optional.of(vector);
        } finally {
            turns.release();
        }
    }

    private boolean isOurTurn() {
        try {
            return turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
