package movierec.caffeine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;
import movierec.recommend.ResponseCache;

/** Keeps answers on the heap, up to a total size; the least useful go first. Thread-safe. */
public final class CaffeineResponseCache implements ResponseCache {
    private static final int ENTRY_OVERHEAD_BYTES = 200;

    private final Cache<String, Entry> cache;

    @SuppressWarnings("ArrayRecordComponent") // Handed out as it came in, never compared.
    private record Entry(byte[] answer, Duration timeToLive) {}

    /** @param ticker nanoseconds that pass, {@link Ticker#systemTicker()} outside of tests */
    public CaffeineResponseCache(long maxBytes, Ticker ticker) {
        cache = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher((String key, Entry entry) -> key.length() + entry.answer().length + ENTRY_OVERHEAD_BYTES)
                .expireAfter(Expiry.writing((String key, Entry entry) -> entry.timeToLive()))
                .ticker(ticker)
                .build();
    }

    @Override
    public Optional<byte[]> get(String key) {
        return Optional.ofNullable(cache.getIfPresent(key)).map(Entry::answer);
    }

    @Override
    public void put(String key, byte[] answer, Duration timeToLive) {
        cache.put(key, new Entry(answer, timeToLive));
    }
}
