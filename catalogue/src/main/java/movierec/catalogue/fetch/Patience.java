package movierec.catalogue.fetch;

import java.time.Duration;
import movierec.failure.OutsideFailure;
import movierec.title.TitleSource.SourceHealth;

/**
 * Decides what a failed question means for the run: go on with the next one, wait and ask again, or give up. Thread-safe.
 */
final class Patience {
    private final Duration firstWait;
    private final FetchControl.Pause pause;
    private int waits;
    private boolean exhausted;
    private String lastFailure = "";

    Patience(Duration firstWait, FetchControl.Pause pause) {
        this.firstWait = firstWait;
        this.pause = pause;
    }

    synchronized void answered() {
        waits = 0;
    }

    /** Waits when asking again may help, and says whether it is worth it; false means that this question is lost. */
    boolean waitAfter(OutsideFailure failure, SourceHealth health) {
        Duration wait;
        synchronized (this) {
            lastFailure = String.valueOf(failure.getMessage());
            switch (health) {
                case SourceHealth.Well well -> {
                    return false;
                }
                case SourceHealth.Refused refused -> {
                    lastFailure = refused.why();
                    exhausted = true;
                    return false;
                }
                case SourceHealth.Unreachable unreachable -> lastFailure = unreachable.why();
            }
            if (waits == FetchSettings.WAITS) {
                exhausted = true;
                return false;
            }
            waits++;
            wait = firstWait.multipliedBy(waits);
        }
        pause.wait(wait);
        return true;
    }

    /** Whether nothing more can be had from the source in this run. */
    synchronized boolean isExhausted() {
        return exhausted;
    }

    synchronized String lastFailure() {
        return lastFailure;
    }
}
