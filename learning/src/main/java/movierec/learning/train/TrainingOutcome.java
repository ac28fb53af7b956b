package movierec.learning.train;

import movierec.model.ModelInfo;

/** How a training ended. */
public sealed interface TrainingOutcome {
    /** The new model serves; the reason says what it was compared with. */
    record Promoted(ModelInfo model, String reason) implements TrainingOutcome {}

    /** The new model is kept but does not serve, because it is worse than the one that does. */
    record Refused(ModelInfo model, ModelInfo serving, String reason) implements TrainingOutcome {}

    /** Nothing was trained and nothing changed; the reason says what is missing. */
    record NothingToLearn(String reason) implements TrainingOutcome {}
}
