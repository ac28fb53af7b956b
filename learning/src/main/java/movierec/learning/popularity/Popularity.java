package movierec.learning.popularity;

import java.util.Map;
import movierec.learning.Model;
import movierec.learning.Scorer;
import movierec.learning.UnusableData;
import movierec.learning.matrix.Interactions;

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
    public Scorer fit(Interactions training) {
        if (training.size() == 0) {
            throw new UnusableData("There are no interactions to learn from");
        }
        return new Counts(training.support());
    }

    private static final class Counts implements Scorer {
        private final int[] support;

        Counts(int[] support) {
            this.support = support;
        }

        @Override
        public int itemCount() {
            return support.length;
        }

        @Override
        public float[] score(int[] historyIndexes, float[] weights) {
            float[] scores = new float[support.length];
            for (int i = 0; i < support.length; i++) {
                scores[i] = support[i];
            }
            return scores;
        }
    }
}
