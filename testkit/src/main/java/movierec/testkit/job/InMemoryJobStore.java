package movierec.testkit.job;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import movierec.job.JobStatus;
import movierec.job.JobStore;

/** Jobs in a sorted map. */
public final class InMemoryJobStore implements JobStore {
    private final Map<String, JobStatus> jobs = new ConcurrentSkipListMap<>();
    private final Map<String, Instant> cancelRequests = new ConcurrentHashMap<>();

    @Override
    public List<JobStatus> all() {
        return List.copyOf(jobs.values());
    }

    @Override
    public Optional<JobStatus> find(String job) {
        return Optional.ofNullable(jobs.get(job));
    }

    @Override
    public void save(JobStatus status) {
        jobs.put(status.job(), status);
    }

    @Override
    public void requestCancel(String job, Instant at) {
        cancelRequests.put(job, at);
    }

    @Override
    public boolean isCancelRequested(String job, Instant startedAt) {
        return cancelRequests.getOrDefault(job, Instant.MIN).isAfter(startedAt);
    }
}
