package movierec.learning.split;

import java.util.List;
import movierec.learning.matrix.Interactions;

/**
 * What trains and what judges.
 *
 * @param training same item indexes as the log that was split; some items may have no users left
 * @param validation for choosing hyper-parameters
 * @param test for the numbers that are reported, used once
 */
public record Split(Interactions training, List<HeldOutUser> validation, List<HeldOutUser> test) {
    public Split {
        validation = List.copyOf(validation);
        test = List.copyOf(test);
    }

    /** Which items a model may name: those with at least one user in training. */
    public boolean[] candidates() {
        int[] support = training.support();
        boolean[] candidates = new boolean[support.length];
        for (int i = 0; i < support.length; i++) {
            candidates[i] = support[i] > 0;
        }
        return candidates;
    }
}
