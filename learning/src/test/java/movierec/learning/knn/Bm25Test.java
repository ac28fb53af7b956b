package movierec.learning.knn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import movierec.learning.ItemWeights;
import movierec.learning.Model;
import movierec.learning.ModelContract;
import movierec.learning.matrix.Interactions;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class Bm25Test extends ModelContract {
    @Override
    protected Model model() {
        return new ItemKnn(100, 0, ItemKnn.Weighting.BM25);
    }

    @Property(tries = 60)
    void agreesWithItsReadableTwin(@ForAll @IntRange(min = 2, max = 25) int items, @ForAll long seed) {
        Random random = new Random(seed);
        boolean[][] users = new boolean[30][items];
        Interactions.Builder builder = Interactions.builder(users.length, items);
        for (int u = 0; u < users.length; u++) {
            for (int i = 0; i < items; i++) {
                if (u == i || random.nextInt(3) == 0) {
                    users[u][i] = true;
                    builder.add(u, i, 1);
                }
            }
        }

        ItemWeights fast = new ItemKnn(items, 0, ItemKnn.Weighting.BM25).fit(builder.build());

        for (int i = 0; i < items; i++) {
            for (int j = 0; j < items; j++) {
                float expected = i == j ? 0 : (float) similarity(users, i, j);
                assertThat(fast.rows().value(i, j)).isCloseTo(expected, within(1e-4f));
            }
        }
    }

    /** The readable twin: the product of two items' documents, whose terms are users. */
    private static double similarity(boolean[][] users, int i, int j) {
        double product = 0;
        for (int u = 0; u < users.length; u++) {
            product += termWeight(users, u, i) * termWeight(users, u, j);
        }
        return product;
    }

    /** idf(u) (k1 + 1) tf / (tf + k1 (1 - b + b length / mean length)), with tf = 1, k1 = 10, b = 0.3. */
    private static double termWeight(boolean[][] users, int u, int i) {
        if (!users[u][i]) {
            return 0;
        }
        int size = 0;
        int length = 0;
        int itemsOfUser = 0;
        for (int v = 0; v < users.length; v++) {
            length += users[v][i] ? 1 : 0;
            for (boolean has : users[v]) {
                size += has ? 1 : 0;
            }
        }
        for (boolean has : users[u]) {
            itemsOfUser += has ? 1 : 0;
        }
        double idf = Math.log((1.0 + users[u].length) / (1.0 + itemsOfUser));
        double mean = (double) size / users[u].length;
        return idf * 11 / (1 + 10 * (0.7 + 0.3 * length / mean));
    }
}
