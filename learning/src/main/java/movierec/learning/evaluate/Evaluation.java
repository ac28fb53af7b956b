package movierec.learning.evaluate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import movierec.learning.FittedEnsemble;
import movierec.learning.FittedModel;
import movierec.learning.Model;
import movierec.learning.Progress;
import movierec.learning.UnusableData;
import movierec.learning.ensemble.Ensemble;
import movierec.learning.ensemble.TrainingProfile;
import movierec.learning.evaluate.EvaluationResult.Interval;
import movierec.learning.evaluate.EvaluationResult.ModelResult;
import movierec.learning.split.InteractionLog;
import movierec.learning.split.Protocol;
import movierec.learning.split.Split;

/** Fits models on one split and reports what the test users say of each. */
public final class Evaluation {
    private final InstantSource clock;

    public Evaluation(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Splits once, then fits and judges each model in turn.
     *
     * @param dataset in words for the report
     * @param models by name, see {@link ModelChoice}
     * @throws UnusableData when the data do not allow the protocol
     */
    public EvaluationResult run(
            String dataset,
            InteractionLog log,
            Protocol protocol,
            List<ModelChoice> models,
            long seed,
            Progress progress) {
        Split split = protocol.split(log, seed);
        if (split.test().isEmpty()) {
            throw new UnusableData("No user is left to test with: there are too few interactions");
        }
        Judge judge = new Judge(split.candidates(), split.test());
        List<ModelResult> results = new ArrayList<>();
        for (ModelChoice choice : models) {
            if (choice.canLearnFrom(split.training())) {
                results.add(evaluate(choice.modelFor(split, TrainingProfile.DEFAULT), split, judge, progress));
            }
        }
        InteractionLog used = log.usersWithAtLeast(Protocol.MIN_ITEMS_PER_USER);
        int items = 0;
        for (int support : used.interactions().support()) {
            items += support > 0 ? 1 : 0;
        }
        return new EvaluationResult(
                dataset,
                protocol,
                used.userCount(),
                items,
                used.size(),
                split.test().size(),
                seed,
                results);
    }

    private ModelResult evaluate(Model model, Split split, Judge judge, Progress progress) {
        progress.step("fit " + model.name(), 0, 1);
        Instant start = clock.instant();
        FittedModel fitted = model.fit(split.training());
        double trainSeconds = Duration.between(start, clock.instant()).toNanos() / 1e9;
        progress.step("fit " + model.name(), 1, 1);

        Judge.Verdict verdict = judge.judge(model.name(), fitted, progress);
        Map<String, Double> metrics = new LinkedHashMap<>();
        Map<String, Interval> intervals = new LinkedHashMap<>();
        verdict.estimates().forEach((name, estimate) -> {
            metrics.put(name, estimate.mean());
            intervals.put(name, new Interval(estimate.low(), estimate.high()));
        });
        metrics.put(Judge.COVERAGE, verdict.coverage());
        return new ModelResult(model.name(), metrics, intervals, trainSeconds, hyperparameters(model, fitted));
    }

    /** Of an ensemble with the weights it learned; members that were left out weigh nothing. */
    private static Map<String, Double> hyperparameters(Model model, FittedModel fitted) {
        Map<String, Double> values = new HashMap<>(model.hyperparameters());
        if (model instanceof Ensemble ensemble && fitted instanceof FittedEnsemble learned) {
            ensemble.voices().forEach(voice -> values.put(voice.model().name() + ".weight", 0.0));
            learned.members().forEach(member -> values.put(member.name() + ".weight", member.weight()));
        }
        return values;
    }
}
