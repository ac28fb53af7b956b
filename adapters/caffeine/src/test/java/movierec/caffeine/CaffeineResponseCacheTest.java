package movierec.caffeine;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import movierec.recommend.ResponseCache;
import movierec.testkit.recommend.ResponseCacheContract;
import org.junit.jupiter.api.Test;

class CaffeineResponseCacheTest implements ResponseCacheContract {
    private final AtomicLong nanos = new AtomicLong();
    private final ResponseCache cache = new CaffeineResponseCache(1_000_000, nanos::get);

    @Override
    public ResponseCache cache() {
        return cache;
    }

    @Override
    public void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void staysWithinItsSize() throws InterruptedException {
        ResponseCache small = new CaffeineResponseCache(100_000, Ticker.systemTicker());
        for (int entry = 0; entry < 1000; entry++) {
            small.put("key" + entry, new byte[1000], Duration.ofHours(1));
        }
        // Eviction runs behind the writes.
        long kept = Long.MAX_VALUE;
        for (int patience = 0; patience < 100 && kept > 90; patience++) {
            Thread.sleep(20);
            kept = IntStream.range(0, 1000)
                    .filter(entry -> small.get("key" + entry).isPresent())
                    .count();
        }

        assertThat(kept).isBetween(1L, 90L);
    }
}
