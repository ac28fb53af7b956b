package movierec.learning;

import java.util.Map;
import movierec.learning.matrix.Interactions;

/**
 * A way to learn which items go together. Holds hyper-parameters only, so it is immutable and may be fitted many times;
 * equal data give an equal fitted model.
 */
public interface Model {
    /** Short, lower-case, unique, such as {@code ease}. */
    String name();

    /** What the model was set to, by the name the paper or the field uses. */
    Map<String, Double> hyperparameters();

    /**
     * Learns from positives only; every value counts as confidence, 1 for an ordinary positive.
     *
     * @throws UnusableData when there is nothing to learn from
     */
    FittedModel fit(Interactions training);
}
