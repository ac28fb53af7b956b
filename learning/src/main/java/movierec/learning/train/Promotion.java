package movierec.learning.train;

import movierec.learning.train.TrainingOutcome.Promoted;
import movierec.learning.train.TrainingOutcome.Refused;
import movierec.model.ModelInfo;

/**
 * Decides whether a new model takes the serving one's place, by what each of them measured on held-out users of its own data.
 *
 * <p>The serving model cannot be measured again on the new data: it was trained on most of the users that are held out now,
 * and where the new data are damaged, both models would look alike. So the two numbers are compared, with two excuses for the
 * new one, or else a model measured on easy data or lucky users would refuse all that come after it: data that grow may become
 * harder, which popularity, measured on the same users, shows; and few users measure roughly. No excuse counts, whatever the
 * data, for a model that is no better than popularity: that is what shuffled data give.
 */
record Promotion(ModelInfo serving, ModelInfo trained, double margin) {
    /** Harder data may explain at most so large a fall. */
    private static final double MAX_FALL = 0.5;

    private static final String POPULARITY = TrainModel.POPULARITY_PREFIX + TrainModel.DECIDING_METRIC;

    TrainingOutcome decide() {
        if (wasMeasured(trained) && !beatsPopularity(trained) && beatsPopularity(serving)) {
            return new Refused(
                    trained,
                    serving,
                    "%s %.4f: it is no better than popularity, which has %.4f, give or take %.4f"
                            .formatted(
                                    TrainModel.DECIDING_METRIC,
                                    metric(trained, TrainModel.DECIDING_METRIC),
                                    metric(trained, POPULARITY),
                                    standardError(trained)));
        }
        if (!trained.trainedOn().containsAll(serving.trainedOn())) {
            return new Promoted(
                    trained,
                    "the serving model was trained on other data (" + String.join(", ", serving.trainedOn())
                            + "), so their metrics cannot be compared");
        }
        Double before = serving.metrics().get(TrainModel.DECIDING_METRIC);
        Double after = trained.metrics().get(TrainModel.DECIDING_METRIC);
        if (before == null || after == null) {
            return new Promoted(trained, "there were too few users to measure both models");
        }
        String comparison = "%s %.4f, the serving model has %.4f".formatted(TrainModel.DECIDING_METRIC, after, before);
        if (after >= before - margin) {
            return new Promoted(trained, comparison);
        }
        double expected = before * difficulty();
        double tolerated = Math.max(margin, 2 * Math.hypot(standardError(serving), standardError(trained)));
        comparison +=
                ", of which %.4f can be expected on the present data, give or take %.4f".formatted(expected, tolerated);
        return after >= expected - tolerated
                ? new Promoted(trained, comparison)
                : new Refused(trained, serving, comparison + ": it is worse");
    }

    /** What part of the serving model's number an equally good model can have on the new data, by how popularity changed. */
    private double difficulty() {
        double before = metric(serving, POPULARITY);
        return before > 0 ? Math.clamp(metric(trained, POPULARITY) / before, 1 - MAX_FALL, 1) : 1;
    }

    private static boolean wasMeasured(ModelInfo model) {
        return model.metrics().containsKey(TrainModel.DECIDING_METRIC);
    }

    private static boolean beatsPopularity(ModelInfo model) {
        return metric(model, TrainModel.DECIDING_METRIC) > metric(model, POPULARITY) + standardError(model);
    }

    private static double standardError(ModelInfo model) {
        return metric(model, TrainModel.STANDARD_ERROR);
    }

    /** 0 where it was not measured. */
    private static double metric(ModelInfo model, String name) {
        return model.metrics().getOrDefault(name, 0.0);
    }
}
