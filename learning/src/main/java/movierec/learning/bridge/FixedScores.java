package movierec.learning.bridge;

import movierec.learning.FittedModel;
import movierec.model.FoldedIn;

/** The same scores for everybody. */
record FixedScores(float[] byItem) implements FittedModel {
    @Override
    public int itemCount() {
        return byItem.length;
    }

    @Override
    public FoldedIn foldIn(int[] historyIndexes, float[] weights) {
        return new FoldedIn() {
            @Override
            public int itemCount() {
                return byItem.length;
            }

            @Override
            public void scores(float[] scores) {
                System.arraycopy(byItem, 0, scores, 0, byItem.length);
            }

            /** Nothing of the history carried the score. */
            @Override
            public float[] explain(int itemIndex) {
                return new float[historyIndexes.length];
            }
        };
    }
}
