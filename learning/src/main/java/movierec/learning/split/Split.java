package movierec.learning.split;

import java.util.List;
import movierec.learning.matrix.Interactions;

/**
 * What trains and what judges.
 *
 * @param training same item indexes as the log that was split; some items may have no users left
 * @param validation for choosing hyper-parameters
 * @param test for the numbers that are reported, used once
 * @param coldIndexes items hidden from training that alone may be named; empty where the items of the training are named
 */
public record Split(
        Interactions training, List<HeldOutUser> validation, List<HeldOutUser> test, List<Integer> coldIndexes) {
    public Split {
        validation = List.copyOf(validation);
        test = List.copyOf(test);
        coldIndexes = List.copyOf(coldIndexes);
    }

    /** Items of the training are to be named. */
    public Split(Interactions training, List<HeldOutUser> validation, List<HeldOutUser> test) {
        this(training, validation, test, List.of());
    }

    /** Whether the candidates are unknown to the training. */
    public boolean isCold() {
        return !coldIndexes.isEmpty();
    }

    /** Which items a model may name: those with at least one user in training, or else the hidden ones. */
    public boolean[] candidates() {
        if (isCold()) {
            boolean[] hidden = new boolean[training.itemCount()];
            coldIndexes.forEach(itemIndex -> hidden[itemIndex] = true);
            return hidden;
        }
        int[] support = training.support();
        boolean[] candidates = new boolean[support.length];
        for (int i = 0; i < support.length; i++) {
            candidates[i] = support[i] > 0;
        }
        return candidates;
    }
}
