package movierec.server.admin;

import java.util.Map;
import movierec.app.TrainingProcess;
import movierec.failure.Refusal;
import movierec.server.http.Answer;
import movierec.server.http.Call;

/** {@code /api/admin/jobs/{job}}: starting a job by hand, and whether it runs (CAT-9). */
public final class JobEndpoints {
    private static final String TRAIN = "train";

    private final TrainingProcess training;

    public JobEndpoints(TrainingProcess training) {
        this.training = training;
    }

    /** Starts the job; refuses while it runs. */
    public Answer start(Call call) {
        requireKnown(call);
        if (!training.start()) {
            throw new Refusal.Conflict("job-not-started", "The training runs already, or could not be started");
        }
        return Answer.json(202, state());
    }

    /** Whether the job runs. */
    public Answer show(Call call) {
        requireKnown(call);
        return Answer.ok(state());
    }

    private Map<String, Object> state() {
        return Map.of("job", TRAIN, "running", training.isRunning());
    }

    private static void requireKnown(Call call) {
        if (!call.path("job").equals(TRAIN)) {
            throw new Refusal.NotFound("There is no such job; there is: " + TRAIN);
        }
    }
}
