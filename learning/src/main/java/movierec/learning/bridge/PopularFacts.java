package movierec.learning.bridge;

import java.util.Map;
import movierec.learning.FittedModel;
import movierec.learning.Model;
import movierec.learning.matrix.Interactions;
import movierec.learning.matrix.SparseRows;

/**
 * The floor that knows facts and no taste: a title scores what titles with its facts have, the mean over its facts of the
 * mean number of users.
 *
 * @param content items x facts
 */
public record PopularFacts(SparseRows content) implements Model {
    @Override
    public String name() {
        return "facts";
    }

    @Override
    public Map<String, Double> hyperparameters() {
        return Map.of();
    }

    @Override
    public FittedModel fit(Interactions training) {
        int[] support = training.support();
        double[] users = new double[content.columnCount()];
        int[] titles = new int[content.columnCount()];
        for (int i = 0; i < support.length; i++) {
            for (int p = content.start(i); p < content.end(i) && support[i] > 0; p++) {
                users[content.columnIndexAt(p)] += support[i];
                titles[content.columnIndexAt(p)]++;
            }
        }
        float[] scores = new float[content.rowCount()];
        for (int i = 0; i < scores.length; i++) {
            for (int p = content.start(i); p < content.end(i); p++) {
                int fact = content.columnIndexAt(p);
                scores[i] += (float) (users[fact] / Math.max(1, titles[fact]) / content.rowSize(i));
            }
        }
        return new FixedScores(scores);
    }
}
