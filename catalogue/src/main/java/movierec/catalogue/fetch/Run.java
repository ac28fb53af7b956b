package movierec.catalogue.fetch;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import movierec.job.JobStatus;
import movierec.job.JobStatus.State;
import movierec.job.JobStore;

/** One run of a job: what it counts, where it stands, and whether it has to end. Thread-safe. */
final class Run {
    private final String job;
    private final JobStore jobs;
    private final InstantSource clock;
    private final FetchWatcher watcher;
    private final BooleanSupplier mayGoOn;
    private final Supplier<Map<String, Long>> calls;
    private final Map<String, Long> callsBefore;
    private final Map<String, Long> counts = new TreeMap<>();
    private final Instant startedAt;
    private final Instant succeededAt;
    private final Instant endOfSlice;
    private String phase = "";
    private long done;
    private long total;
    private String progress;

    /** @param before the job's status when this run began; a paused or broken off run's counts go on */
    Run(
            FetchControl control,
            String job,
            JobStore jobs,
            Optional<JobStatus> before,
            boolean goesOn,
            Instant endOfSlice) {
        this.job = job;
        this.jobs = jobs;
        this.clock = control.clock();
        this.watcher = control.watcher();
        this.mayGoOn = control.mayGoOn();
        this.calls = control.calls();
        this.callsBefore = Map.copyOf(calls.get());
        this.startedAt = goesOn ? before.orElseThrow().startedAt() : clock.instant();
        this.succeededAt = before.map(JobStatus::succeededAt).orElse(Instant.EPOCH);
        this.endOfSlice = endOfSlice;
        this.progress = goesOn ? before.orElseThrow().progress() : "";
        if (goesOn) {
            counts.putAll(before.orElseThrow().counts());
        }
    }

    Instant startedAt() {
        return startedAt;
    }

    synchronized void count(String name, long howMany) {
        if (howMany != 0) {
            counts.merge(name, howMany, Long::sum);
        }
    }

    synchronized long counted(String name) {
        return counts.getOrDefault(name, 0L);
    }

    /** Begins another part of the work. */
    synchronized void phase(String name, long size) {
        phase = name;
        done = 0;
        total = size;
        watcher.step(phase, 0, total);
    }

    /** More of the present part of the work has come to light. */
    synchronized void expect(long more) {
        total += more;
        watcher.step(phase, done, total);
    }

    synchronized void step(long howMany) {
        done += howMany;
        watcher.step(phase, done, total);
    }

    /** Writes down where the run stands, so that nothing before this is done twice. */
    synchronized void checkpoint(String document) {
        progress = document;
        save(State.RUNNING, "");
    }

    synchronized void checkpoint() {
        save(State.RUNNING, "");
    }

    /** Why the run must end before it is done, if it must. */
    Optional<State> mustEnd() {
        if (!mayGoOn.getAsBoolean()) {
            return Optional.of(State.STOPPED);
        }
        if (jobs.isCancelRequested(job, startedAt)) {
            return Optional.of(State.CANCELLED);
        }
        return clock.instant().isBefore(endOfSlice) ? Optional.empty() : Optional.of(State.PAUSED);
    }

    /** The next run of the job begins anew. */
    synchronized void forgetProgress() {
        progress = "";
    }

    synchronized JobStatus end(State state, String message) {
        return save(state, message);
    }

    private JobStatus save(State state, String message) {
        Instant now = clock.instant();
        Map<String, Long> all = new TreeMap<>(counts);
        calls.get().forEach((call, times) -> {
            long more = times - callsBefore.getOrDefault(call, 0L);
            if (more != 0) {
                all.merge(JobStatus.CALLS + call, more, Long::sum);
            }
        });
        JobStatus status = new JobStatus(
                job,
                state,
                startedAt,
                now,
                state == State.COMPLETED ? now : succeededAt,
                phase,
                done,
                total,
                all,
                message,
                progress);
        jobs.save(status);
        return status;
    }
}
