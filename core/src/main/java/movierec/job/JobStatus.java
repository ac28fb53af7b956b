package movierec.job;

import java.time.Instant;
import java.util.Map;

/**
 * Where a job stands.
 *
 * @param job its name, such as {@code fetch-daily}
 * @param startedAt when the present or last run began
 * @param updatedAt when this was written
 * @param succeededAt when a run was last completed; {@link Instant#EPOCH} when never
 * @param phase what it is doing, in words
 * @param done how much of {@code total} is done in this phase; 0 of 0 when that is not known
 * @param counts what was counted in this run, by name; calls of a source under {@link #CALLS} with endpoint and outcome
 * @param message how it ended, in words; or empty
 * @param progress the job's own document, from which an interrupted run goes on; empty when there is none
 */
public record JobStatus(
        String job,
        State state,
        Instant startedAt,
        Instant updatedAt,
        Instant succeededAt,
        String phase,
        long done,
        long total,
        Map<String, Long> counts,
        String message,
        String progress) {

    /** How the names of counts begin that are calls of a source. */
    public static final String CALLS = "calls ";

    public JobStatus {
        counts = Map.copyOf(counts);
    }

    /** The same, ended before it was done. */
    public JobStatus stopped(String why) {
        return new JobStatus(
                job, State.STOPPED, startedAt, updatedAt, succeededAt, phase, done, total, counts, why, progress);
    }

    /** What became of the last run. */
    public enum State {
        RUNNING,
        /** Its time was used up; it goes on where it stopped. */
        PAUSED,
        COMPLETED,
        CANCELLED,
        /** Ended before it was done; the message says why. A next run goes on where it stopped. */
        STOPPED
    }
}
