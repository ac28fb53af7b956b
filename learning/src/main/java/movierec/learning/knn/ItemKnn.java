package movierec.learning.knn;

import java.util.Map;
import movierec.learning.ItemItemModel;
import movierec.learning.ItemWeights;
import movierec.learning.UnusableData;
import movierec.learning.matrix.Cooccurrence;
import movierec.learning.matrix.Interactions;
import movierec.learning.matrix.RowCollector;
import movierec.learning.matrix.SparseRows;

/**
 * Item neighbours by cosine: M. Deshpande and G. Karypis, "Item-based top-N recommendation algorithms", TOIS 2004. A user
 * with a long history says less about each of its items, so users are weighted by inverse document frequency, with items
 * as documents and users as terms. (BM25 differs only by a factor per item here, which the cosine takes out again.)
 *
 * @param neighbours how many neighbours an item keeps
 * @param shrinkage damps similarities that rest on few users, in users; 0 = none
 */
public record ItemKnn(int neighbours, double shrinkage) implements ItemItemModel {
    public ItemKnn {
        if (neighbours < 1 || !(shrinkage >= 0)) {
            throw new IllegalArgumentException(
                    "kNN wants neighbours >= 1 and shrinkage >= 0, not " + neighbours + " and " + shrinkage);
        }
    }

    @Override
    public String name() {
        return "knn";
    }

    @Override
    public Map<String, Double> hyperparameters() {
        return Map.of("neighbours", (double) neighbours, "shrinkage", shrinkage);
    }

    @Override
    public ItemWeights fit(Interactions training) {
        if (training.size() == 0) {
            throw new UnusableData("There are no interactions to learn from");
        }
        SparseRows weighted = weighted(training);
        float[] norms = norms(weighted);
        int itemCount = training.itemCount();
        int[] support = training.support();
        RowCollector similar = new RowCollector(itemCount, itemCount);
        Cooccurrence.forEachRow(weighted, (i, row) -> {
            float[] cosines = new float[itemCount];
            for (int j = 0; j < itemCount; j++) {
                if (j != i && row[j] > 0) {
                    double damping = shrinkage == 0 ? 1 : damping(Math.min(support[i], support[j]));
                    cosines[j] = (float) (row[j] / (norms[i] * norms[j]) * damping);
                }
            }
            similar.strongest(i, cosines, neighbours);
        });
        return new ItemWeights(similar.collected());
    }

    private double damping(int users) {
        return users / (users + shrinkage);
    }

    /** idf(u) = ln((1 + items) / (1 + items of u)). */
    private static SparseRows weighted(Interactions training) {
        SparseRows byUser = training.byUser();
        return byUser.withValues((userIndex, itemIndex, value) -> {
            double rarity = Math.log((1.0 + training.itemCount()) / (1.0 + byUser.rowSize(userIndex)));
            return (float) (Math.sqrt(value) * rarity);
        });
    }

    private static float[] norms(SparseRows weighted) {
        double[] squares = new double[weighted.columnCount()];
        for (int p = 0; p < weighted.size(); p++) {
            squares[weighted.columnIndexAt(p)] += (double) weighted.valueAt(p) * weighted.valueAt(p);
        }
        float[] norms = new float[squares.length];
        for (int i = 0; i < squares.length; i++) {
            norms[i] = (float) Math.sqrt(squares[i]);
        }
        return norms;
    }
}
