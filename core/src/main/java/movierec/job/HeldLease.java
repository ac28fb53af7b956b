package movierec.job;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import movierec.failure.OutsideFailure;

/**
 * A lease that is kept until it is closed, by a thread that takes it again well before it runs out. Whoever works under it
 * asks {@link #isHeld} before every step: a process that was stopped for long may have lost it.
 */
public final class HeldLease implements AutoCloseable {
    /** How often a lease is taken again before it runs out. */
    private static final int RENEWALS = 4;

    private final LeaseStore leases;
    private final String lease;
    private final String owner;
    private final InstantSource clock;
    private final Duration duration;
    private final CountDownLatch closed = new CountDownLatch(1);
    /** Keeps a renewal under way from taking the lease again after it was given back. */
    private final ReentrantLock renewing = new ReentrantLock();

    private volatile Instant heldUntil;

    private HeldLease(LeaseStore leases, String lease, String owner, InstantSource clock, Duration duration) {
        this.leases = leases;
        this.lease = lease;
        this.owner = owner;
        this.clock = clock;
        this.duration = duration;
        this.heldUntil = Instant.MIN;
    }

    /**
     * Takes a lease; empty when somebody else has it.
     *
     * @param isGone whether an owner is known to be dead, so that its lease need not run out first
     */
    public static Optional<HeldLease> take(
            LeaseStore leases,
            String lease,
            String owner,
            InstantSource clock,
            Duration duration,
            Predicate<String> isGone) {
        HeldLease held = new HeldLease(leases, lease, owner, clock, duration);
        if (!held.renew()) {
            leases.holder(lease, clock.instant()).filter(isGone).ifPresent(dead -> leases.release(lease, dead));
            if (!held.renew()) {
                return Optional.empty();
            }
        }
        Thread.ofVirtual().name("lease-" + lease).start(held::keep);
        return Optional.of(held);
    }

    private boolean renew() {
        Instant now = clock.instant();
        Instant until = now.plus(duration);
        boolean taken = leases.acquire(lease, owner, now, until);
        heldUntil = taken ? until : Instant.MIN;
        return taken;
    }

    private void keep() {
        try {
            while (!closed.await(duration.toMillis() / RENEWALS, TimeUnit.MILLISECONDS)) {
                renewOrWait();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void renewOrWait() {
        renewing.lock();
        try {
            if (closed.getCount() > 0) {
                renew();
            }
        } catch (OutsideFailure storeIsAway) {
            // Tried again in a moment; if it stays away, the lease runs out and isHeld tells.
        } finally {
            renewing.unlock();
        }
    }

    public boolean isHeld() {
        return clock.instant().isBefore(heldUntil);
    }

    /** Gives the lease back, also on a thread that was interrupted: stores turn such a one away. */
    @Override
    public void close() {
        closed.countDown();
        boolean wasInterrupted = Thread.interrupted();
        renewing.lock();
        try {
            leases.release(lease, owner);
        } finally {
            renewing.unlock();
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
