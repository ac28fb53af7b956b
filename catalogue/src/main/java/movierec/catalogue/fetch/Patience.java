package movierec.catalogue.fetch;

import java.time.Duration;
import movierec.failure.OutsideFailure;
import movierec.title.TitleSource.SourceHealth;

/** Decides what a question that failed means for the run. Thread-safe. */
final class Patience {
    /** So many questions in a row may be lost one by one; then it is the source and not the questions. */
    private static final int MAX_LOST_IN_A_ROW = 5;

    private final Duration firstWait;
    private final FetchControl.Pause pause;
    private int waits;
    private int lostInARow;
    private String lastFailure = "";

    Patience(Duration firstWait, FetchControl.Pause pause) {
        this.firstWait = firstWait;
        this.pause = pause;
    }

    /** What to do after a failure. */
    enum Verdict {
        /** This question is lost; go on with the next one. */
        GO_ON,
        /** {@link #pause} and ask again. */
        WAIT,
        /** Nothing more can be had in this run. */
        GIVE_UP
    }

    synchronized void answered() {
        waits = 0;
        lostInARow = 0;
    }

    synchronized Verdict judge(OutsideFailure failure, SourceHealth health) {
        lastFailure = String.valueOf(failure.getMessage());
        return switch (health) {
            case SourceHealth.Refused refused -> {
                lastFailure = refused.why();
                yield Verdict.GIVE_UP;
            }
            case SourceHealth.Unreachable unreachable -> {
                lastFailure = unreachable.why();
                yield waits < FetchSettings.WAITS ? Verdict.WAIT : Verdict.GIVE_UP;
            }
            case SourceHealth.Well well -> ++lostInARow < MAX_LOST_IN_A_ROW ? Verdict.GO_ON : Verdict.GIVE_UP;
        };
    }

    /** Waits, longer each time. */
    void pause() {
        Duration wait;
        synchronized (this) {
            waits++;
            wait = firstWait.multipliedBy(waits);
        }
        pause.wait(wait);
    }

    synchronized String lastFailure() {
        return lastFailure;
    }
}
