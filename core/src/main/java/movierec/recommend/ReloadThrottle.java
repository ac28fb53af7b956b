package movierec.recommend;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Lets work that took a while be done again no earlier than 20 times as long after its end. Not thread-safe. */
final class ReloadThrottle {
    private static final int REST = 20;

    private final InstantSource clock;
    private Instant endedAt = Instant.MIN;
    private Instant dueAt = Instant.MIN;

    ReloadThrottle(InstantSource clock) {
        this.clock = clock;
    }

    boolean isDue() {
        Instant now = clock.instant();
        // A clock that was set back must not stop the work until it has caught up.
        return !now.isBefore(dueAt) || now.isBefore(endedAt);
    }

    /** Lets the next work be done at once. */
    void forget() {
        dueAt = Instant.MIN;
    }

    void workedSince(Instant startedAt) {
        endedAt = clock.instant();
        dueAt = endedAt.plus(Duration.between(startedAt, endedAt).multipliedBy(REST));
    }
}
