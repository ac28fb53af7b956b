package movierec.model;

/**
 * A history placed in a trained model (fold-in): what every item scores for it, and why. Immutable and thread-safe; costs
 * what the history costs, so it may be kept for as long as the history stays the same.
 */
public interface FoldedIn {
    /** What a model says when there is nothing to place in it: it knows no item. */
    FoldedIn NOTHING = new FoldedIn() {
        @Override
        public int itemCount() {
            return 0;
        }

        @Override
        public void scores(float[] scores) {
            // There is no item to score.
        }

        @Override
        public float[] explain(int itemIndex) {
            throw new IndexOutOfBoundsException("Nothing was folded in, so there is no item " + itemIndex);
        }
    };

    int itemCount();

    /**
     * Scores every item, those of the history included; higher is better, on a scale of the model's own.
     *
     * @param scores filled, {@link #itemCount()} long
     */
    void scores(float[] scores);

    /** The same in an array of its own. */
    default float[] scores() {
        float[] scores = new float[itemCount()];
        scores(scores);
        return scores;
    }

    /**
     * The part of {@code scores()[itemIndex]} that each history item carried, in the order of the history. They sum to the
     * score, except where the score does not come from the history at all (popularity).
     */
    float[] explain(int itemIndex);
}
