package movierec.learning;

/** A fitted model. Immutable and thread-safe. */
public interface Scorer {
    int itemCount();

    /**
     * Scores every item for a history that need not have been part of the training (fold-in).
     *
     * @param historyIndexes item indexes of the history, in any order; empty is allowed
     * @param weights how much each counts, same length
     * @return one score per item, higher is better, on a scale of the model's own; history items are scored too
     */
    float[] score(int[] historyIndexes, float[] weights);
}
