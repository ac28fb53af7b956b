package movierec.learning.graph;

import java.util.Map;
import movierec.learning.ItemWeights;
import movierec.learning.Model;
import movierec.learning.UnusableData;
import movierec.learning.matrix.Cooccurrence;
import movierec.learning.matrix.Interactions;
import movierec.learning.matrix.RowCollector;
import movierec.learning.matrix.SparseRows;

/**
 * How likely a random walk of three steps, from an item to one of its users to one of their items, ends where, with popular
 * ends made less attractive: B. Paudel et al., "Updatable, accurate, diverse, and scalable recommendations for interactive
 * applications", TiiS 2017 (RP3 beta).
 *
 * @param alpha exponent of the probability of each step; 1 = the plain walk
 * @param beta how much popularity is held against an item; 0 = not at all
 * @param neighbours how many items each item keeps
 */
public record Rp3Beta(double alpha, double beta, int neighbours) implements Model {
    public Rp3Beta {
        if (!(alpha > 0) || !(beta >= 0) || neighbours < 1) {
            throw new IllegalArgumentException("RP3 beta wants alpha > 0, beta >= 0 and neighbours >= 1, not " + alpha
                    + ", " + beta + " and " + neighbours);
        }
    }

    @Override
    public String name() {
        return "rp3beta";
    }

    @Override
    public Map<String, Double> hyperparameters() {
        return Map.of("alpha", alpha, "beta", beta, "neighbours", (double) neighbours);
    }

    @Override
    public ItemWeights fit(Interactions training) {
        if (training.size() == 0) {
            throw new UnusableData("There are no interactions to learn from");
        }
        int itemCount = training.itemCount();
        int[] support = training.support();
        RowCollector walks = new RowCollector(itemCount, itemCount);
        Cooccurrence.forEachRow(throughUsers(training.byUser()), (i, row) -> {
            float[] ends = new float[itemCount];
            for (int j = 0; j < itemCount; j++) {
                if (j != i && row[j] > 0) {
                    ends[j] = (float) (row[j] / (Math.pow(support[i], alpha) * Math.pow(support[j], beta)));
                }
            }
            walks.strongest(i, ends, neighbours);
        });
        return new ItemWeights(walks.collected());
    }

    /** A user with n items passes a walk on with n^-alpha; the product of two equal values has to be that. */
    private SparseRows throughUsers(SparseRows byUser) {
        return byUser.withValues(
                (userIndex, itemIndex, value) -> (float) Math.pow(byUser.rowSize(userIndex), -alpha / 2));
    }
}
