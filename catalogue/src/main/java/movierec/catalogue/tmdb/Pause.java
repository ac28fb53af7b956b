package movierec.catalogue.tmdb;

import java.time.Duration;

/**
 * The silence after TMDB said "too many requests", kept by the whole client. Without a time from TMDB it grows with each refusal
 * in a row. Thread-safe.
 */
final class Pause {
    /** What a garbled header can do at most. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Backoff backoff;
    private int refusals;
    private long began = System.nanoTime();
    private long until = began;

    Pause(Backoff backoff) {
        this.backoff = backoff;
    }

    /**
     * @param sentAt {@link System#nanoTime} of the refused request; one sent before the present pause says nothing new
     * @param wanted how long TMDB wants to be left alone; zero when it did not say
     */
    synchronized void refused(long sentAt, Duration wanted) {
        long now = System.nanoTime();
        boolean isNews = refusals == 0 || sentAt - began >= 0;
        if (isNews) {
            began = now;
        }
        if (isNews || !wanted.isZero()) {
            Duration silence = wanted.isZero() ? backoff.delay(refusals) : wanted;
            long end = now + Math.min(silence.toNanos(), LONGEST.toNanos());
            until = end - until > 0 ? end : until;
        }
        refusals += isNews ? 1 : 0;
    }

    synchronized void succeeded(long sentAt) {
        if (sentAt - began >= 0) {
            refusals = 0;
        }
    }

    /** Zero when nothing is to be waited for. */
    synchronized Duration left() {
        return Duration.ofNanos(Math.max(0, until - System.nanoTime()));
    }
}
