package movierec.identity;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Remembers answers that are asked for again and again and stay true for a while. Bounded: when full it starts afresh,
 * which costs one look-up per key. Thread-safe.
 */
public final class ShortMemory<V> {
    private final int maxEntries;
    private final Map<String, Entry<V>> entries = new ConcurrentHashMap<>();
    private final AtomicLong generation = new AtomicLong();

    public ShortMemory(int maxEntries) {
        this.maxEntries = maxEntries;
    }

    /** What was remembered for the key, unless it has expired or everything was forgotten since. */
    public Optional<V> recall(String key, Instant now) {
        Entry<V> entry = entries.get(key);
        if (entry == null || entry.generation != generation.get() || !now.isBefore(entry.expiresAt)) {
            return Optional.empty();
        }
        return Optional.of(entry.value);
    }

    /** To be read before looking an answer up, and handed to {@link #remember} with it. */
    public long generation() {
        return generation.get();
    }

    /**
     * Remembers an answer.
     *
     * @param asOf the generation before the answer was looked up: if everything was forgotten meanwhile, the answer may be
     *     older than what caused it, and is not believed
     */
    public void remember(String key, V value, long asOf, Instant expiresAt) {
        if (entries.size() >= maxEntries) {
            entries.clear();
        }
        entries.put(key, new Entry<>(value, asOf, expiresAt));
    }

    /** Forgets everything, answers being looked up at this moment included. */
    public void forgetAll() {
        generation.incrementAndGet();
        entries.clear();
    }

    private record Entry<V>(V value, long generation, Instant expiresAt) {}
}
