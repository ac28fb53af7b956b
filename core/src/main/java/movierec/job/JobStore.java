package movierec.job;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Remembers where jobs stand, for every process. Thread-safe. */
public interface JobStore {
    /** Every job that ever ran, ordered by name. */
    List<JobStatus> all();

    Optional<JobStatus> find(String job);

    /** Puts the status in the place of the job's former one. */
    void save(JobStatus status);

    /** Asks the run of a job that began before {@code at} to end soon. */
    void requestCancel(String job, Instant at);

    /** Whether somebody asked for the end of a run that began at {@code startedAt}. */
    boolean isCancelRequested(String job, Instant startedAt);
}
