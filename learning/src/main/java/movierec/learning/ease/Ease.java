package movierec.learning.ease;

import java.util.Map;
import java.util.stream.IntStream;
import movierec.learning.ItemWeights;
import movierec.learning.Model;
import movierec.learning.UnusableData;
import movierec.learning.linear.Inverse;
import movierec.learning.linear.SquareMatrix;
import movierec.learning.matrix.Cooccurrence;
import movierec.learning.matrix.Interactions;
import movierec.learning.matrix.RowCollector;
import movierec.learning.matrix.SparseRows;

/**
 * The linear item-item autoencoder in closed form: H. Steck, "Embarrassingly shallow autoencoders for sparse data", WWW
 * 2019 (EASE); with dropout, H. Steck, "Autoencoders that don't overfit towards the identity", NeurIPS 2020 (EDLAE); with
 * dropout and a free diagonal, J. Moon et al., "It's enough: relaxing diagonal constraints in linear autoencoders for
 * recommendation", SIGIR 2023 (DLAE).
 *
 * <p>Costs n³ floating point operations and 4 n² bytes for n items.
 *
 * @param regularization lambda, positive: what is added to the diagonal of the Gram matrix
 * @param dropout p, 0 to below 1: the part of every history that the model learns to do without; 0 is plain EASE
 * @param diagonal what the model may learn of an item from itself
 * @param activityExponent a user with n items counts n^-exponent for each pair of them (all users together count as much as
 *     without), 0 = equally; the longest histories say the least of any two titles
 * @param rowLimit how many weights each item keeps, the largest by absolute value
 * @param inverse chooses the kernel for a size
 */
public record Ease(
        double regularization,
        double dropout,
        Diagonal diagonal,
        double activityExponent,
        int rowLimit,
        InverseChoice inverse)
        implements Model {
    /** Whether an item may explain itself in training. It never counts when titles are scored that the user does not have. */
    public enum Diagonal {
        /** The weights make do without: B[i][j] = -P[i][j] / P[j][j]. */
        ZERO,
        /** Plain ridge regression: B[i][j] = -P[i][j] (lambda + p / (1 - p) G[j][j]). */
        FREE
    }

    public Ease {
        if (!(regularization > 0)
                || !(dropout >= 0 && dropout < 1)
                || !(activityExponent >= 0 && activityExponent <= 1)
                || rowLimit < 1) {
            throw new IllegalArgumentException(
                    "EASE wants regularization > 0, 0 <= dropout < 1, 0 <= activityExponent <="
                            + " 1 and rowLimit >= 1, not " + regularization + ", " + dropout + ", " + activityExponent
                            + " and "
                            + rowLimit);
        }
    }

    /** EASE, or with dropout EDLAE, with rows as long as serving affords. */
    public static Ease zeroDiagonal(double regularization, double dropout, int itemCount) {
        return new Ease(
                regularization, dropout, Diagonal.ZERO, 0, ItemWeights.servedRowLimit(itemCount), Inverse::forSize);
    }

    /** DLAE, with rows as long as serving affords. */
    public static Ease freeDiagonal(double regularization, double dropout, double activityExponent, int itemCount) {
        return new Ease(
                regularization,
                dropout,
                Diagonal.FREE,
                activityExponent,
                ItemWeights.servedRowLimit(itemCount),
                Inverse::forSize);
    }

    @Override
    public String name() {
        return diagonal == Diagonal.FREE ? "dlae" : dropout == 0 ? "ease" : "edlae";
    }

    @Override
    public Map<String, Double> hyperparameters() {
        return Map.of(
                "lambda", regularization, "dropout", dropout, "activityExponent", activityExponent, "rowLimit", (double)
                        rowLimit);
    }

    @Override
    public ItemWeights fit(Interactions training) {
        if (training.size() == 0) {
            throw new UnusableData("There are no interactions to learn from");
        }
        int itemCount = training.itemCount();
        try (SquareMatrix matrix = new SquareMatrix(itemCount)) {
            Cooccurrence.forEachRow(weighted(training.byUser()), matrix::setRow);
            float[] penalties = regularize(matrix);
            inverse.forSize(itemCount).invert(matrix);
            return new ItemWeights(strongestWeights(matrix, penalties));
        }
    }

    private SparseRows weighted(SparseRows byUser) {
        if (activityExponent == 0) {
            return byUser;
        }
        double total = 0;
        int activeUsers = 0;
        for (int u = 0; u < byUser.rowCount(); u++) {
            if (byUser.rowSize(u) > 0) {
                total += Math.pow(byUser.rowSize(u), -activityExponent);
                activeUsers++;
            }
        }
        double scale = activeUsers / total;
        // The Gram matrix multiplies two values of one user, so each takes the root of the user's weight.
        return byUser.withValues((userIndex, itemIndex, value) ->
                (float) (value * Math.sqrt(scale * Math.pow(byUser.rowSize(userIndex), -activityExponent))));
    }

    /** Adds to the diagonal and returns what was added to it: lambda + p / (1 - p) G[i][i]. */
    private float[] regularize(SquareMatrix gram) {
        float[] penalties = new float[gram.size()];
        for (int i = 0; i < gram.size(); i++) {
            penalties[i] = (float) (regularization + dropout / (1 - dropout) * gram.get(i, i));
            gram.set(i, i, gram.get(i, i) + penalties[i]);
        }
        return penalties;
    }

    /** B, and 0 on the diagonal. */
    private SparseRows strongestWeights(SquareMatrix inverted, float[] penalties) {
        int itemCount = inverted.size();
        float[] scales = new float[itemCount];
        for (int j = 0; j < itemCount; j++) {
            scales[j] = diagonal == Diagonal.FREE ? penalties[j] : 1 / inverted.get(j, j);
        }
        RowCollector weights = new RowCollector(itemCount, itemCount);
        IntStream.range(0, itemCount).parallel().forEach(i -> {
            float[] row = inverted.row(i);
            for (int j = 0; j < itemCount; j++) {
                row[j] = i == j ? 0 : -row[j] * scales[j];
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
