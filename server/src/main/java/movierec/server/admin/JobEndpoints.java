package movierec.server.admin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import movierec.app.Fetching;
import movierec.app.Fetching.Job;
import movierec.app.TrainingProcess;
import movierec.failure.Refusal;
import movierec.job.JobStatus;
import movierec.server.http.Answer;
import movierec.server.http.Call;

/** {@code /api/admin/jobs}: what jobs there are, where they stand, starting and ending them by hand (CAT-9). */
public final class JobEndpoints {
    private static final String TRAIN = "train";
    private static final String FETCH = "fetch-";

    private final TrainingProcess training;
    private final Fetching fetching;

    public JobEndpoints(TrainingProcess training, Fetching fetching) {
        this.training = training;
        this.fetching = fetching;
    }

    /** Every job. */
    public Answer list(Call call) {
        List<Object> jobs = new ArrayList<>();
        jobs.add(trainingState());
        for (Job job : Job.values()) {
            jobs.add(fetchState(job));
        }
        return Answer.ok(Map.of("results", jobs));
    }

    /** One job. */
    public Answer show(Call call) {
        return Answer.ok(fetchJob(call).map(this::fetchState).orElseGet(this::trainingState));
    }

    /** Starts the job; refuses while it runs. */
    public Answer start(Call call) {
        Optional<Job> fetch = fetchJob(call);
        if (fetch.isEmpty()) {
            startTraining();
            return Answer.json(202, trainingState());
        }
        if (fetching.isRunning() || !fetching.start(fetch.get())) {
            throw new Refusal.Conflict("fetch-is-running", "A fetch is running already");
        }
        return Answer.json(202, fetchState(fetch.get()));
    }

    private void startTraining() {
        if (!training.start()) {
            throw new Refusal.Conflict("job-not-started", "The training runs already, or could not be started");
        }
    }

    /** Asks a running job to end soon; what it has done so far stays. */
    public Answer cancel(Call call) {
        Optional<Job> fetch = fetchJob(call);
        boolean asked = fetch.isEmpty() ? training.cancel() : fetching.cancel(fetch.get());
        if (!asked) {
            throw new Refusal.Conflict("job-not-running", "The job does not run");
        }
        return Answer.json(202, fetch.map(this::fetchState).orElseGet(this::trainingState));
    }

    private Map<String, Object> trainingState() {
        return Map.of("job", TRAIN, "running", training.isRunning());
    }

    private Map<String, Object> fetchState(Job job) {
        Map<String, Object> fields = new LinkedHashMap<>();
        List<JobStatus> runs = fetching.statuses(job);
        fields.put("job", FETCH + job.word());
        fields.put(
                "running",
                fetching.isRunning() && runs.stream().anyMatch(run -> run.state() == JobStatus.State.RUNNING));
        if (fetching.isSetUp() && job != Job.FULL) {
            fields.put("nextRunAt", fetching.next(job).toString());
        }
        fields.put("runs", runs.stream().map(JobEndpoints::run).toList());
        return fields;
    }

    private static Map<String, Object> run(JobStatus run) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", run.job());
        fields.put("state", run.state().name().toLowerCase(Locale.ROOT));
        fields.put("startedAt", run.startedAt().toString());
        fields.put("updatedAt", run.updatedAt().toString());
        if (run.succeededAt().isAfter(Instant.EPOCH)) {
            fields.put("succeededAt", run.succeededAt().toString());
        }
        fields.put("phase", run.phase());
        fields.put("done", run.done());
        fields.put("total", run.total());
        fields.put("counts", new TreeMap<>(run.counts()));
        fields.put("message", run.message());
        return fields;
    }

    /** The fetch job that the path names; none for the training. */
    private static Optional<Job> fetchJob(Call call) {
        String name = call.path("job");
        Optional<Job> job = Job.of(name);
        if (job.isEmpty() && !name.equals(TRAIN)) {
            throw new Refusal.NotFound(
                    "There is no such job; there are: train, fetch-daily, fetch-weekly, fetch-full, fetch-grow");
        }
        return job;
    }
}
