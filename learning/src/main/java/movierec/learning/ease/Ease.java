package movierec.learning.ease;

import java.util.Map;
import java.util.stream.IntStream;
import movierec.learning.ItemItemModel;
import movierec.learning.ItemWeights;
import movierec.learning.UnusableData;
import movierec.learning.linear.Inverse;
import movierec.learning.linear.SquareMatrix;
import movierec.learning.matrix.Cooccurrence;
import movierec.learning.matrix.Interactions;
import movierec.learning.matrix.RowCollector;
import movierec.learning.matrix.SparseRows;

/**
 * The linear item-item autoencoder in closed form: H. Steck, "Embarrassingly shallow autoencoders for sparse data", WWW
 * 2019 (EASE); with dropout, H. Steck, "Autoencoders that don't overfit towards the identity", NeurIPS 2020 (EDLAE).
 *
 * <p>Costs n³ floating point operations and 4 n² bytes for n items.
 *
 * @param regularization lambda, positive: what is added to the diagonal of the Gram matrix
 * @param dropout p, 0 to below 1: the part of every history that the model learns to do without; 0 is plain EASE
 * @param rowLimit how many weights each item keeps, the largest by absolute value
 * @param inverse chooses the kernel for a size
 */
public record Ease(double regularization, double dropout, int rowLimit, InverseChoice inverse)
        implements ItemItemModel {
    /** So many weights take 16 MB in a snapshot, which stays in a large processor cache. */
    private static final int WEIGHT_BUDGET = 4_000_000;

    /** Shorter rows cost accuracy: on MovieLens 1M 200 per row lose 1 % of NDCG@100, 500 lose 0.4 %. */
    private static final int MIN_ROW_LIMIT = 500;

    public Ease {
        if (!(regularization > 0) || !(dropout >= 0 && dropout < 1) || rowLimit < 1) {
            throw new IllegalArgumentException("EASE wants regularization > 0, 0 <= dropout < 1 and rowLimit >= 1, not "
                    + regularization + ", " + dropout + " and " + rowLimit);
        }
    }

    /** Set up to be served: rows are as long as memory allows. */
    public static Ease forServing(double regularization, double dropout, int itemCount) {
        int items = Math.max(1, itemCount);
        int rowLimit = Math.min(items, Math.max(MIN_ROW_LIMIT, WEIGHT_BUDGET / items));
        return new Ease(regularization, dropout, rowLimit, Inverse::forSize);
    }

    @Override
    public String name() {
        return dropout == 0 ? "ease" : "edlae";
    }

    @Override
    public Map<String, Double> hyperparameters() {
        return Map.of("lambda", regularization, "dropout", dropout, "rowLimit", (double) rowLimit);
    }

    @Override
    public ItemWeights fit(Interactions training) {
        if (training.size() == 0) {
            throw new UnusableData("There are no interactions to learn from");
        }
        int itemCount = training.itemCount();
        try (SquareMatrix matrix = new SquareMatrix(itemCount)) {
            Cooccurrence.forEachRow(training.byUser(), matrix::setRow);
            regularize(matrix);
            inverse.forSize(itemCount).invert(matrix);
            return new ItemWeights(strongestWeights(matrix));
        }
    }

    /** G[i][i] + p / (1 - p) G[i][i] + lambda. */
    private void regularize(SquareMatrix gram) {
        for (int i = 0; i < gram.size(); i++) {
            gram.set(i, i, (float) (gram.get(i, i) / (1 - dropout) + regularization));
        }
    }

    /** B[i][j] = -P[i][j] / P[j][j], and 0 on the diagonal. */
    private SparseRows strongestWeights(SquareMatrix inverted) {
        int itemCount = inverted.size();
        float[] diagonal = new float[itemCount];
        for (int j = 0; j < itemCount; j++) {
            diagonal[j] = inverted.get(j, j);
        }
        RowCollector weights = new RowCollector(itemCount, itemCount);
        IntStream.range(0, itemCount).parallel().forEach(i -> {
            float[] row = inverted.row(i);
            for (int j = 0; j < itemCount; j++) {
                row[j] = i == j ? 0 : -row[j] / diagonal[j];
            }
            weights.strongest(i, row, rowLimit);
        });
        return weights.collected();
    }

    /** Which kernel inverts a matrix of some size. */
    @FunctionalInterface
    public interface InverseChoice {
        Inverse forSize(int size);
    }
}
