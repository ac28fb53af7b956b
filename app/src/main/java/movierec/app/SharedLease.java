package movierec.app;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import movierec.failure.OutsideFailure;
import movierec.job.HeldLease;
import movierec.job.LeaseStore;

/** Leases that this process takes, in its own name. */
final class SharedLease {
    private static final Duration LASTS = Duration.ofMinutes(2);
    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(100);
    private static final int LOOKS = 600;

    private SharedLease() {}

    /** Takes a lease now; empty when another process has it. */
    static Optional<HeldLease> take(LeaseStore leases, String lease, InstantSource clock, RandomGenerator random) {
        String owner = ProcessOwner.of(ProcessHandle.current(), random).text();
        return HeldLease.take(leases, lease, owner, clock, LASTS, ProcessOwner::isGone);
    }

    /**
     * Takes a lease, after the process that has it.
     *
     * @throws OutsideFailure when that one does not give it back within a minute
     */
    static HeldLease await(LeaseStore leases, String lease, InstantSource clock, RandomGenerator random) {
        try {
            for (int look = 0; look < LOOKS; look++) {
                Optional<HeldLease> taken = take(leases, lease, clock, random);
                if (taken.isPresent()) {
                    return taken.get();
                }
                Thread.sleep(LOOK_AGAIN_AFTER);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw new OutsideFailure(
                "leases",
                "another node has held the lease \"" + lease + "\" for a minute; start again when it is done",
                true,
                new IOException("not free"));
    }
}
