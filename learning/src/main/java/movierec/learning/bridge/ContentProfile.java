package movierec.learning.bridge;

import java.util.Map;
import movierec.learning.FittedModel;
import movierec.learning.Model;
import movierec.learning.matrix.Interactions;
import movierec.learning.matrix.SparseRows;
import movierec.model.FoldedIn;

/**
 * Scores a title by how much its facts resemble those of the history: the classic content-based recommender, the sum of
 * cosines of TF-IDF vectors. It learns from nobody.
 *
 * @param content items x facts
 */
public record ContentProfile(SparseRows content) implements Model {
    @Override
    public String name() {
        return "content";
    }

    @Override
    public Map<String, Double> hyperparameters() {
        return Map.of();
    }

    @Override
    public FittedModel fit(Interactions training) {
        return new Fitted(Facts.scaled(content));
    }

    private record Fitted(SparseRows facts) implements FittedModel {
        @Override
        public int itemCount() {
            return facts.rowCount();
        }

        @Override
        public FoldedIn foldIn(int[] historyIndexes, float[] weights) {
            float[] profile = new float[facts.columnCount()];
            for (int h = 0; h < historyIndexes.length; h++) {
                addRow(historyIndexes[h], weights[h], profile);
            }
            return new Placed(facts, profile, historyIndexes, weights);
        }

        private void addRow(int itemIndex, float weight, float[] profile) {
            for (int p = facts.start(itemIndex); p < facts.end(itemIndex); p++) {
                profile[facts.columnIndexAt(p)] += weight * facts.valueAt(p);
            }
        }
    }

    private record Placed(SparseRows facts, float[] profile, int[] historyIndexes, float[] weights)
            implements FoldedIn {
        @Override
        public int itemCount() {
            return facts.rowCount();
        }

        @Override
        public void scores(float[] scores) {
            for (int i = 0; i < scores.length; i++) {
                scores[i] = product(i, profile);
            }
        }

        @Override
        public float[] explain(int itemIndex) {
            float[] title = new float[facts.columnCount()];
            for (int p = facts.start(itemIndex); p < facts.end(itemIndex); p++) {
                title[facts.columnIndexAt(p)] = facts.valueAt(p);
            }
            float[] parts = new float[historyIndexes.length];
            for (int h = 0; h < parts.length; h++) {
                parts[h] = weights[h] * product(historyIndexes[h], title);
            }
            return parts;
        }

        private float product(int itemIndex, float[] dense) {
            float sum = 0;
            for (int p = facts.start(itemIndex); p < facts.end(itemIndex); p++) {
                sum += dense[facts.columnIndexAt(p)] * facts.valueAt(p);
            }
            return sum;
        }
    }
}
