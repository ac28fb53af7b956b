package movierec.model;

import java.util.List;
import movierec.title.TitleId;

/**
 * A trained model, ready to serve. Titles are dense item indexes, 0 to {@link #itemCount()} - 1. Immutable and
 * thread-safe.
 */
public interface CollaborativeModel {
    ModelInfo info();

    int itemCount();

    TitleId titleAt(int itemIndex);

    /** The title's item index, or -1 when the model was trained without it. */
    int indexOf(TitleId titleId);

    /**
     * Places a history, which the model need not have seen in training.
     *
     * @param historyIndexes item indexes of the history, earliest first: some models look at the order; not to be changed
     *     afterwards
     * @param weights how much each counts, same length; negative for what the user refused
     */
    FoldedIn foldIn(int[] historyIndexes, float[] weights);

    /** The most similar other items, best first. */
    List<Neighbour> similar(int itemIndex, int limit);

    /** An item and its similarity; higher is more similar. */
    record Neighbour(int itemIndex, float similarity) {}
}
