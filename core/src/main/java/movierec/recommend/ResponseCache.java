package movierec.recommend;

import java.time.Duration;
import java.util.Optional;

/**
 * Keeps finished answers for a while. Keys hold everything an answer depends on, the user's version included, so nothing is
 * ever invalidated by hand. A cache may forget at any time and must never fail a request. Thread-safe.
 */
public interface ResponseCache {
    Optional<byte[]> get(String key);

    /** The bytes are not copied and must not be changed afterwards. */
    void put(String key, byte[] answer, Duration timeToLive);
}
