package movierec.learning;

import movierec.model.FoldedIn;

/**
 * Item weights for which the end of a history counts most.
 *
 * @param decay e^(-1 / decay) is what an item counts against the one after it; in items, positive
 */
public record RecentItemWeights(ItemWeights weights, double decay) implements FittedModel {
    public RecentItemWeights {
        if (!(decay > 0)) {
            throw new IllegalArgumentException("A decay is positive, not " + decay);
        }
    }

    @Override
    public int itemCount() {
        return weights.itemCount();
    }

    /** The history has to be chronological, the latest item last. */
    @Override
    public FoldedIn foldIn(int[] historyIndexes, float[] historyWeights) {
        float[] faded = new float[historyWeights.length];
        for (int h = 0; h < faded.length; h++) {
            faded[h] = historyWeights[h] * (float) Math.exp((h + 1 - faded.length) / decay);
        }
        return weights.foldIn(historyIndexes, faded);
    }
}
