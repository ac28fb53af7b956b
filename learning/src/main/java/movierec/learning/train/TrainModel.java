package movierec.learning.train;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import movierec.learning.FittedEnsemble;
import movierec.learning.Progress;
import movierec.learning.UnusableData;
import movierec.learning.ensemble.Ensemble;
import movierec.learning.ensemble.Ensemble.Weighing;
import movierec.learning.ensemble.LearnedWeights;
import movierec.learning.ensemble.TrainingProfile;
import movierec.learning.evaluate.Judge;
import movierec.learning.matrix.Interactions;
import movierec.learning.metric.Estimate;
import movierec.learning.popularity.Popularity;
import movierec.learning.split.Protocol;
import movierec.learning.split.Split;
import movierec.learning.train.TrainingOutcome.NothingToLearn;
import movierec.learning.train.TrainingOutcome.Promoted;
import movierec.model.ModelInfo;
import movierec.model.UnusableSnapshot;
import movierec.title.Title;

/**
 * One training run: measure on held-out users, fit on everything, complete it with titles that nobody has yet, keep the
 * snapshot, and let it serve unless it is worse than the model that does. Whatever interrupts it, the old model keeps serving.
 */
public final class TrainModel {
    /** The metric that decides, of the model and, with this prefix, of popularity beside it. */
    public static final String DECIDING_METRIC = "ndcg@100";

    public static final String POPULARITY_PREFIX = "popularity.";

    /** How sure the deciding metric is. */
    static final String STANDARD_ERROR = DECIDING_METRIC + ".standard-error";

    private static final DateTimeFormatter VERSION =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private final FileModelRepository models;
    private final InstantSource clock;

    public TrainModel(FileModelRepository models, InstantSource clock) {
        this.models = models;
        this.clock = clock;
    }

    /**
     * How a model is trained and what decides whether it serves.
     *
     * @param profile hyper-parameters
     * @param margin how much worse than the serving model's the deciding metric may be, on its scale of 0 to 1
     * @param seed of the split that measures
     */
    public record Settings(TrainingProfile profile, double margin, long seed) {
        public static final Settings DEFAULT = with(TrainingProfile.DEFAULT);

        /** The usual margin and seed. */
        public static Settings with(TrainingProfile profile) {
            return new Settings(profile, 0.01, 42);
        }
    }

    /**
     * Trains once.
     *
     * @param catalogue titles that may be recommended; those that nobody has yet get factors predicted from what they are
     */
    public TrainingOutcome run(TrainingSet data, List<Title> catalogue, Settings settings, Progress progress) {
        Interactions all = data.log().interactions();
        if (all.size() == 0) {
            return new NothingToLearn("There are no positives to learn from: no rating of "
                    + PositiveCollector.MIN_POSITIVE_RATING + " or more, no favourite, nothing watched");
        }
        Measured measured = measure(data, settings, progress);
        Ensemble ensemble = measured.profile().ensemble(all, Weighing.AS_GIVEN).audible();
        progress.step("fit on everything", 0, 1);
        FittedEnsemble fitted = ensemble.fit(all);
        progress.step("fit on everything", 1, 1);
        ColdTitles.Completed completed = new ColdTitles(data.titles(), catalogue).complete(fitted, all.support());
        ModelInfo info = info(data, all, ensemble, measured);
        models.add(info, completed.titles(), completed.ensemble(), completed.support());
        TrainingOutcome outcome = decide(info, settings.margin());
        if (outcome instanceof Promoted) {
            models.promote(info.version());
        }
        models.prune();
        return outcome;
    }

    /**
     * What held-out users said.
     *
     * @param profile the given one with the weights that validation users chose
     * @param metrics by name; none when there are too few users to hold any out
     */
    private record Measured(TrainingProfile profile, Map<String, Double> metrics) {}

    private static Measured measure(TrainingSet data, Settings settings, Progress progress) {
        Split split;
        try {
            split = Protocol.STRONG.split(data.log(), settings.seed());
        } catch (UnusableData e) {
            return new Measured(settings.profile(), Map.of());
        }
        if (split.test().isEmpty()) {
            return new Measured(settings.profile(), Map.of());
        }
        Ensemble ensemble = settings.profile()
                .ensemble(split.training(), new LearnedWeights(split.candidates(), split.validation()));
        progress.step("fit without the held-out users", 0, 1);
        FittedEnsemble fitted = ensemble.fit(split.training());
        progress.step("fit without the held-out users", 1, 1);
        Judge judge = new Judge(split.candidates(), split.test());
        Judge.Verdict verdict = judge.judge(ensemble.name(), fitted, progress);
        Map<String, Double> metrics = new HashMap<>();
        verdict.estimates().forEach((name, estimate) -> metrics.put(name, estimate.mean()));
        metrics.put(Judge.COVERAGE, verdict.coverage());
        metrics.put(STANDARD_ERROR, standardError(verdict));
        Judge.Verdict popularity = judge.judge("popularity", new Popularity().fit(split.training()), progress);
        metrics.put(POPULARITY_PREFIX + DECIDING_METRIC, popularity.mean(DECIDING_METRIC));
        return new Measured(settings.profile().withWeightsOf(fitted), metrics);
    }

    private static double standardError(Judge.Verdict verdict) {
        Estimate estimate = verdict.estimates().get(DECIDING_METRIC);
        return estimate == null ? 0 : estimate.standardError();
    }

    private ModelInfo info(TrainingSet data, Interactions all, Ensemble model, Measured measured) {
        Instant trainedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new ModelInfo(
                unusedVersion(trainedAt),
                model.name(),
                trainedAt,
                data.trainedOn(),
                data.simulated(),
                all.userCount(),
                all.itemCount(),
                all.size(),
                measured.metrics(),
                hyperparameters(model, measured.profile()));
    }

    /** Those of the model, and what the pipeline should make of it. */
    private static Map<String, Double> hyperparameters(Ensemble model, TrainingProfile profile) {
        Map<String, Double> values = new HashMap<>(model.hyperparameters());
        profile.batchShare().ifPresent(share -> values.put(TrainingProfile.BATCH_SHARE, share));
        return values;
    }

    private String unusedVersion(Instant trainedAt) {
        Instant instant = trainedAt;
        while (models.isKept(VERSION.format(instant))) {
            instant = instant.plusMillis(1);
        }
        return VERSION.format(instant);
    }

    private TrainingOutcome decide(ModelInfo trained, double margin) {
        return serving()
                .map(serving -> new Promotion(serving, trained, margin).decide())
                .orElseGet(() -> new Promoted(trained, "no usable model served before"));
    }

    private Optional<ModelInfo> serving() {
        try {
            return models.servingVersion().map(version -> models.open(version).info());
        } catch (UnusableSnapshot e) {
            // Nothing to compare with; the new model is the cure.
            return Optional.empty();
        }
    }
}
