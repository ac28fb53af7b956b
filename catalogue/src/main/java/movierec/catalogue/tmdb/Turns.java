package movierec.catalogue.tmdb;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Gives out turns to send a request: never more than so many a second, so many under way, and none during a pause.
 *
 * <p>Those who can wait stand in one line outside, and only the first of the line waits for the bucket. So somebody in a hurry
 * waits for one or two tokens and not behind the whole fetch job.
 *
 * <p>What counts is when requests arrive. The first one takes the longest, for connecting, and those after it would catch up
 * with it, so it goes alone; and tokens come a little more slowly than allowed, because not all ways take the same time.
 * Thread-safe.
 */
final class Turns {
    private static final Duration LITTLE_MORE_THAN_A_SECOND = Duration.ofMillis(1150);

    private final ReentrantLock line = new ReentrantLock(true);
    private final Semaphore inFlight;
    private final Bucket bucket;
    private final Pause pause;
    private final Duration longestPause;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CountDownLatch connected = new CountDownLatch(1);

    /** @param longestPause nobody waits for a pause that is longer */
    Turns(int perSecond, int maxInFlight, Pause pause, Duration longestPause) {
        this.inFlight = new Semaphore(maxInFlight, true);
        // Evenly spaced, without a burst, up to the rates meant for TMDB; a tiny burst above, where threads wake too
        // late.
        this.bucket = Bucket.builder()
                .addLimit(limit -> limit.capacity(Math.max(1, perSecond / 20))
                        .refillGreedy(perSecond, LITTLE_MORE_THAN_A_SECOND)
                        .initialTokens(1))
                .withNanosecondPrecision()
                .build();
        this.pause = pause;
        this.longestPause = longestPause;
    }

    /** Waits for a turn; false when TMDB wants to be left alone for too long. What was given must be given back. */
    boolean take() throws InterruptedException {
        line.lockInterruptibly();
        try {
            if (begun.getAndSet(true)) {
                connected.await();
            }
            inFlight.acquire();
            boolean taken = false;
            try {
                taken = awaitToken();
            } finally {
                if (!taken) {
                    giveBack();
                }
            }
            return taken;
        } finally {
            line.unlock();
        }
    }

    private boolean awaitToken() throws InterruptedException {
        do {
            Duration left = pause.left();
            if (left.compareTo(longestPause) > 0) {
                return false;
            }
            Thread.sleep(left);
            bucket.asBlocking().consume(1);
        } while (!pause.left().isZero());
        return true;
    }

    /** Waits for a turn for a short time; false when none came. */
    boolean takeWithin(Duration budget) throws InterruptedException {
        long start = System.nanoTime();
        if (!pause.left().isZero() || !inFlight.tryAcquire(budget.toNanos(), TimeUnit.NANOSECONDS)) {
            return false;
        }
        long left = budget.toNanos() - (System.nanoTime() - start);
        boolean taken = false;
        try {
            taken = left > 0
                    && bucket.asBlocking().tryConsume(1, left)
                    && pause.left().isZero();
        } finally {
            if (!taken) {
                inFlight.release();
            }
        }
        return taken;
    }

    void giveBack() {
        connected.countDown();
        inFlight.release();
    }
}
