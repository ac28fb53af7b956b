package movierec.learning.popularity;

import java.util.Map;
import movierec.learning.FittedModel;
import movierec.learning.Model;
import movierec.learning.UnusableData;
import movierec.learning.matrix.Interactions;
import movierec.model.FoldedIn;

/** Scores an item by how many users have it, whatever the history. */
public record Popularity() implements Model {
    @Override
    public String name() {
        return "popularity";
    }

    @Override
    public Map<String, Double> hyperparameters() {
        return Map.of();
    }

    @Override
    public FittedModel fit(Interactions training) {
        if (training.size() == 0) {
            throw new UnusableData("There are no interactions to learn from");
        }
        return new Counts(training.support());
    }

    private static final class Counts implements FittedModel {
        private final int[] support;

        Counts(int[] support) {
            this.support = support;
        }

        @Override
        public int itemCount() {
            return support.length;
        }

        @Override
        public FoldedIn foldIn(int[] historyIndexes, float[] weights) {
            return new FoldedIn() {
                @Override
                public int itemCount() {
                    return support.length;
                }

                @Override
                public void scores(float[] scores) {
                    for (int i = 0; i < support.length; i++) {
                        scores[i] = support[i];
                    }
                }

                /** Whatever the history: nothing of it carried the score. */
                @Override
                public float[] explain(int itemIndex) {
                    return new float[historyIndexes.length];
                }
            };
        }
    }
}
