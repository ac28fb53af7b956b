package movierec.learning;

import movierec.learning.matrix.SparseRows;

/**
 * Scores an item by the sum of the weights that lead from the history to it.
 *
 * @param rows items x items: row = item of the history, column = item scored
 */
public record ItemWeights(SparseRows rows) implements Scorer {
    public ItemWeights {
        if (rows.rowCount() != rows.columnCount()) {
            throw new IllegalArgumentException(
                    "Item weights are square, not " + rows.rowCount() + " x " + rows.columnCount());
        }
    }

    @Override
    public int itemCount() {
        return rows.rowCount();
    }

    @Override
    public float[] score(int[] historyIndexes, float[] weights) {
        float[] scores = new float[itemCount()];
        for (int h = 0; h < historyIndexes.length; h++) {
            int end = rows.end(historyIndexes[h]);
            for (int p = rows.start(historyIndexes[h]); p < end; p++) {
                scores[rows.columnIndexAt(p)] += weights[h] * rows.valueAt(p);
            }
        }
        return scores;
    }
}
