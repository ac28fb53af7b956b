package movierec.app;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import movierec.catalogue.tmdb.TmdbMeter;

/** Counts the calls of this process by endpoint and outcome, and passes them on. Thread-safe. */
final class CallTally implements TmdbMeter {
    private final Map<String, Long> calls = new ConcurrentHashMap<>();
    private final TmdbMeter next;

    CallTally(TmdbMeter next) {
        this.next = next;
    }

    @Override
    public void call(String endpoint, String outcome, Duration took) {
        calls.merge(endpoint + " " + outcome, 1L, Long::sum);
        next.call(endpoint, outcome, took);
    }

    @Override
    public void rateLimited() {
        next.rateLimited();
    }

    /** Such as {@code /movie/popular ok} to how often. */
    Map<String, Long> counts() {
        return new TreeMap<>(calls);
    }
}
