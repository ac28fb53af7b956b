package movierec.catalogue.tmdb;

import java.time.Duration;

/**
 * Keeps calls away from somebody who failed several times in a row. After a while one call may try again; if it succeeds, all
 * may. Thread-safe.
 */
final class Circuit {
    private final int failuresToOpen;
    private final long openNanos;
    private int failures;
    private boolean open;
    private long nextTry;
    private String why = "";

    Circuit(int failuresToOpen, Duration openFor) {
        this.failuresToOpen = failuresToOpen;
        this.openNanos = openFor.toNanos();
    }

    /** Whether no call is let through just now. */
    synchronized boolean isClosedToCalls() {
        return open && System.nanoTime() - nextTry < 0;
    }

    /** Asked just before sending: lets everybody through, or one at a time after the while is over. */
    synchronized boolean mayTry() {
        if (isClosedToCalls()) {
            return false;
        }
        nextTry = System.nanoTime() + openNanos;
        return true;
    }

    synchronized void succeeded() {
        failures = 0;
        open = false;
    }

    synchronized void failed(String reason) {
        failures++;
        why = reason;
        if (failures >= failuresToOpen) {
            open = true;
            nextTry = System.nanoTime() + openNanos;
        }
    }

    /** Whether the last thing that is known are failures; true even when it is time to try again. */
    synchronized boolean isOpen() {
        return open;
    }

    /** What the last failure was. */
    synchronized String why() {
        return why;
    }
}
