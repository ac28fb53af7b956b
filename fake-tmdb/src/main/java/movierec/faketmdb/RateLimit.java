package movierec.faketmdb;

import java.util.ArrayDeque;
import java.util.Deque;

/** Lets a number of requests through in any second. */
final class RateLimit {
    private static final long SECOND = 1_000_000_000;

    private final int requestsPerSecond;
    private final Deque<Long> passed = new ArrayDeque<>();

    /** @param requestsPerSecond 0 for no limit */
    RateLimit(int requestsPerSecond) {
        this.requestsPerSecond = requestsPerSecond;
    }

    synchronized boolean pass(long nanos) {
        if (requestsPerSecond == 0) {
            return true;
        }
        while (!passed.isEmpty() && nanos - passed.peek() >= SECOND) {
            passed.remove();
        }
        return passed.size() < requestsPerSecond && passed.add(nanos);
    }
}
