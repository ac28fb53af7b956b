package movierec.learning.metric;

import movierec.learning.matrix.Interactions;
import movierec.learning.matrix.SparseRows;

/** Who has which item in the training data: what is known about an item without knowing what it is. Immutable. */
public final class ItemAudience {
    private static final double LN_2 = Math.log(2);

    private final int userCount;
    private final SparseRows byItem;

    public ItemAudience(Interactions training) {
        this.userCount = training.userCount();
        this.byItem = training.byItem();
    }

    /** The share of users who have the item, 0 to 1. */
    double share(int itemIndex) {
        return (double) byItem.rowSize(itemIndex) / userCount;
    }

    /**
     * How surprising it is to meet somebody who has the item, in bits: 0 for what everybody has, 1 for what every other
     * person has. An item that nobody has counts as if one person had it, for there is no telling.
     */
    double selfInformation(int itemIndex) {
        return Math.log((double) userCount / Math.max(1, byItem.rowSize(itemIndex))) / LN_2;
    }

    /**
     * The mean cosine of all pairs of the first k items, an item being the vector of its users; 0 for fewer than two.
     *
     * <p>With unit vectors v the pairs need not be visited one by one: |sum of v|² is the sum of all products, those of
     * each v with itself included, which are 1. So k items cost one step per user that one of them has.
     */
    double meanCosine(int[] itemIndexes, int k) {
        double[] summed = new double[userCount];
        double squares = 0;
        int withUsers = 0;
        int pairs = Math.min(k, itemIndexes.length);
        for (int n = 0; n < pairs; n++) {
            int itemIndex = itemIndexes[n];
            double part = 1 / Math.sqrt(byItem.rowSize(itemIndex));
            for (int p = byItem.start(itemIndex); p < byItem.end(itemIndex); p++) {
                int userIndex = byItem.columnIndexAt(p);
                // (s + v)² - s² = v (2 s + v)
                squares += part * (2 * summed[userIndex] + part);
                summed[userIndex] += part;
            }
            withUsers += byItem.rowSize(itemIndex) > 0 ? 1 : 0;
        }
        return pairs < 2 ? 0 : (squares - withUsers) / ((double) pairs * (pairs - 1));
    }
}
