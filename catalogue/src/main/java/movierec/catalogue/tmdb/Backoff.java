package movierec.catalogue.tmdb;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Exponential backoff with full jitter: anything between nothing and a limit that doubles with each failure, so that many who
 * failed together do not come back together.
 */
record Backoff(Duration base, Duration cap, RandomGenerator random) {

    /** @param failures before this wait, from 0 */
    Duration delay(int failures) {
        long limit = base.toNanos();
        for (int doubled = 0; doubled < failures && limit < cap.toNanos(); doubled++) {
            limit *= 2;
        }
        return Duration.ofNanos(random.nextLong(Math.min(limit, cap.toNanos()) + 1));
    }
}
