package movierec.catalogue.images;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What could not be had lately, so that it is not asked for again at once. After so many failures in a row the source is left
 * alone altogether for a moment. Thread-safe.
 */
final class RecentMisses {
    private static final int MAX_NAMES = 10_000;
    private static final int FAILURES_IN_A_ROW = 8;
    private static final Duration MISSING = Duration.ofHours(1);
    private static final Duration FAILED = Duration.ofSeconds(30);
    static final Duration PAUSE = Duration.ofSeconds(10);

    private final InstantSource clock;
    private final Map<ImageName, Instant> missing = bounded();
    private final Map<ImageName, Instant> failed = bounded();
    private int failuresInARow;
    private Instant pausedUntil = Instant.MIN;

    RecentMisses(InstantSource clock) {
        this.clock = clock;
    }

    private static Map<ImageName, Instant> bounded() {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<ImageName, Instant> eldest) {
                return size() > MAX_NAMES;
            }
        };
    }

    /** Whether the source said that there is no such picture. */
    synchronized boolean isMissing(ImageName name) {
        return isBefore(missing.getOrDefault(name, Instant.MIN));
    }

    /** Whether it makes no sense to ask now. */
    synchronized boolean isUnreachable(ImageName name) {
        return isBefore(pausedUntil) || isBefore(failed.getOrDefault(name, Instant.MIN));
    }

    private boolean isBefore(Instant end) {
        return clock.instant().isBefore(end);
    }

    synchronized void found() {
        failuresInARow = 0;
    }

    synchronized void missing(ImageName name) {
        failuresInARow = 0;
        missing.put(name, clock.instant().plus(MISSING));
    }

    synchronized void failed(ImageName name) {
        failed.put(name, clock.instant().plus(FAILED));
        failuresInARow++;
        if (failuresInARow >= FAILURES_IN_A_ROW) {
            failuresInARow = 0;
            pausedUntil = clock.instant().plus(PAUSE);
        }
    }

    synchronized void forget() {
        missing.clear();
        failed.clear();
        failuresInARow = 0;
        pausedUntil = Instant.MIN;
    }
}
