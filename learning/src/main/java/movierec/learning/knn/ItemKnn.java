package movierec.learning.knn;

import java.util.Map;
import movierec.learning.ItemWeights;
import movierec.learning.Model;
import movierec.learning.UnusableData;
import movierec.learning.matrix.Cooccurrence;
import movierec.learning.matrix.Interactions;
import movierec.learning.matrix.RowCollector;
import movierec.learning.matrix.SparseRows;

/**
 * Item neighbours: M. Deshpande and G. Karypis, "Item-based top-N recommendation algorithms", TOIS 2004. A user with a long
 * history says less about each of its items, so users are weighted by inverse document frequency, with items as documents
 * and users as terms.
 *
 * @param neighbours how many neighbours an item keeps
 * @param shrinkage damps similarities that rest on few users, in users; 0 = none
 */
public record ItemKnn(int neighbours, double shrinkage, Weighting weighting) implements Model {
    /** How an item's number of users enters the similarity of two items. */
    public enum Weighting {
        /** TF-IDF and cosine: it does not. */
        COSINE {
            @Override
            float[] itemScales(SparseRows weighted, int[] support) {
                double[] squares = new double[weighted.columnCount()];
                for (int p = 0; p < weighted.size(); p++) {
                    squares[weighted.columnIndexAt(p)] += (double) weighted.valueAt(p) * weighted.valueAt(p);
                }
                float[] scales = new float[squares.length];
                for (int i = 0; i < scales.length; i++) {
                    scales[i] = squares[i] > 0 ? (float) (1 / Math.sqrt(squares[i])) : 0;
                }
                return scales;
            }
        },
        /**
         * Okapi BM25 (S. Robertson and H. Zaragoza, "The probabilistic relevance framework", 2009, equation 3.15). Every
         * term occurs once, so a great saturation parameter only makes the length of documents count; it and the share of
         * the length were chosen on validation users.
         */
        BM25 {
            private static final double SATURATION = 10;
            private static final double LENGTH_SHARE = 0.3;

            @Override
            float[] itemScales(SparseRows weighted, int[] support) {
                double mean = (double) weighted.size() / Math.max(1, support.length);
                float[] scales = new float[support.length];
                for (int i = 0; i < scales.length; i++) {
                    double length = 1 - LENGTH_SHARE + LENGTH_SHARE * support[i] / mean;
                    scales[i] = (float) ((SATURATION + 1) / (SATURATION * length + 1));
                }
                return scales;
            }
        };

        /** What each item's weighted users are multiplied with. */
        abstract float[] itemScales(SparseRows weighted, int[] support);
    }

    public ItemKnn {
        if (neighbours < 1 || !(shrinkage >= 0)) {
            throw new IllegalArgumentException(
                    "kNN wants neighbours >= 1 and shrinkage >= 0, not " + neighbours + " and " + shrinkage);
        }
    }

    @Override
    public String name() {
        return weighting == Weighting.BM25 ? "bm25" : "knn";
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
        int itemCount = training.itemCount();
        int[] support = training.support();
        float[] scales = weighting.itemScales(weighted, support);
        RowCollector similar = new RowCollector(itemCount, itemCount);
        Cooccurrence.forEachRow(weighted, (i, row) -> {
            float[] similarities = new float[itemCount];
            for (int j = 0; j < itemCount; j++) {
                if (j != i && row[j] > 0) {
                    double damping = shrinkage == 0 ? 1 : damping(Math.min(support[i], support[j]));
                    similarities[j] = (float) (row[j] * scales[i] * scales[j] * damping);
                }
            }
            similar.strongest(i, similarities, neighbours);
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
}
