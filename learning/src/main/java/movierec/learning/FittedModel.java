package movierec.learning;

import movierec.model.FoldedIn;

/** A model that has learned. Immutable and thread-safe. */
public interface FittedModel {
    int itemCount();

    /**
     * Places a history, which need not have been part of the training.
     *
     * @param historyIndexes item indexes of the history, earliest first where the order is known; empty is allowed; not to
     *     be changed afterwards
     * @param weights how much each counts, same length; negative for what was refused
     */
    FoldedIn foldIn(int[] historyIndexes, float[] weights);

    /** Whether items that nobody has interacted with score by what they are, and not just lowest. */
    default boolean knowsItemsWithoutSupport() {
        return false;
    }

    /** How much every item resembles one of them; higher is more, 0 or less is not at all. A fresh array. */
    default float[] similarities(int itemIndex) {
        return foldIn(new int[] {itemIndex}, new float[] {1}).scores();
    }
}
