package movierec.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import movierec.failure.Refusal;

/**
 * Slows guessing down: after some free tries, each further one locks its key for twice as long as the one before. A key
 * not tried for the longest lock is forgotten. Holds a bounded number of keys in memory, the latest; thread-safe.
 */
final class TryLimiter {
    private static final int MAX_KEYS = 50_000;

    private final int freeTries;
    private final Duration firstLock;
    private final Duration longestLock;
    private final InstantSource clock;
    private final Map<String, Tries> triesByKey = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > MAX_KEYS;
        }
    };

    TryLimiter(int freeTries, Duration firstLock, Duration longestLock, InstantSource clock) {
        this.freeTries = freeTries;
        this.firstLock = firstLock;
        this.longestLock = longestLock;
        this.clock = clock;
    }

    /** Refuses while the key is locked. */
    synchronized void refuseWhenLocked(String key) {
        Tries tries = triesByKey.get(key);
        Instant now = clock.instant();
        if (tries != null && now.isBefore(tries.lockedUntil)) {
            Duration wait = Duration.between(now, tries.lockedUntil);
            throw new Refusal.TooMany("Too many tries; please wait " + inWords(wait), wait);
        }
    }

    /** Counts a try, which may lock the key. */
    synchronized void count(String key) {
        Instant now = clock.instant();
        Tries before = triesByKey.getOrDefault(key, Tries.NONE);
        int count = now.isAfter(before.lockedUntil.plus(longestLock)) ? 1 : before.count + 1;
        triesByKey.put(key, new Tries(count, now.plus(lock(count))));
    }

    /** Forgets the key's tries. */
    synchronized void reset(String key) {
        triesByKey.remove(key);
    }

    private Duration lock(int count) {
        if (count < freeTries) {
            return Duration.ZERO;
        }
        int doublings = Math.min(count - freeTries, 30);
        Duration lock = firstLock.multipliedBy(1L << doublings);
        return lock.compareTo(longestLock) < 0 ? lock : longestLock;
    }

    private static String inWords(Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return seconds < 120 ? seconds + " seconds" : (seconds + 59) / 60 + " minutes";
    }

    /** {@code lockedUntil} is the moment of the last try when that did not lock. */
    private record Tries(int count, Instant lockedUntil) {
        static final Tries NONE = new Tries(0, Instant.EPOCH);
    }
}
