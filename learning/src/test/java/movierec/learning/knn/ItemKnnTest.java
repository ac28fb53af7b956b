package movierec.learning.knn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import movierec.learning.ItemWeights;
import movierec.learning.Model;
import movierec.learning.ModelContract;
import movierec.learning.matrix.Interactions;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ItemKnnTest extends ModelContract {
    @Override
    protected Model model() {
        return new ItemKnn(100, 0, ItemKnn.Weighting.COSINE);
    }

    @Property(tries = 60)
    void agreesWithItsReadableTwin(
            @ForAll @IntRange(min = 2, max = 25) int items,
            @ForAll long seed,
            @ForAll @IntRange(max = 20) int shrinkage) {
        Random random = new Random(seed);
        float[][] users = new float[30][items];
        Interactions.Builder builder = Interactions.builder(users.length, items).add(0, 0, 1);
        users[0][0] = 1;
        for (int u = 0; u < users.length; u++) {
            for (int i = 0; i < items; i++) {
                if (random.nextInt(3) == 0) {
                    users[u][i] = 1;
                    builder.add(u, i, 1);
                }
            }
        }

        ItemWeights fast = new ItemKnn(items, shrinkage, ItemKnn.Weighting.COSINE).fit(builder.build());

        for (int i = 0; i < items; i++) {
            for (int j = 0; j < items; j++) {
                float expected = i == j ? 0 : (float) similarity(users, i, j, shrinkage);
                assertThat(fast.rows().value(i, j)).isCloseTo(expected, within(1e-5f));
            }
        }
    }

    /** The readable twin. */
    private static double similarity(float[][] users, int i, int j, double shrinkage) {
        double product = 0;
        double squaresOfI = 0;
        double squaresOfJ = 0;
        int usersOfI = 0;
        int usersOfJ = 0;
        for (float[] user : users) {
            int items = 0;
            for (float value : user) {
                items += (int) value;
            }
            double weight = Math.log((1.0 + user.length) / (1.0 + items));
            product += user[i] * user[j] * weight * weight;
            squaresOfI += user[i] * weight * weight;
            squaresOfJ += user[j] * weight * weight;
            usersOfI += (int) user[i];
            usersOfJ += (int) user[j];
        }
        if (product == 0) {
            return 0;
        }
        double fewer = Math.min(usersOfI, usersOfJ);
        return product / Math.sqrt(squaresOfI * squaresOfJ) * fewer / (fewer + shrinkage);
    }

    @Test
    void keepsTheNearestNeighboursOnly() {
        Interactions.Builder users = Interactions.builder(4, 4);
        users.add(0, 0, 1)
                .add(0, 1, 1)
                .add(1, 0, 1)
                .add(1, 1, 1)
                .add(2, 0, 1)
                .add(2, 2, 1)
                .add(3, 3, 1);

        assertThat(new ItemKnn(1, 0, ItemKnn.Weighting.COSINE)
                        .fit(users.build())
                        .rows()
                        .columnIndexes(0))
                .containsExactly(1);
    }

    @Test
    void refusesSettingsWithoutMeaning() {
        assertThatThrownBy(() -> new ItemKnn(0, 0, ItemKnn.Weighting.BM25))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ItemKnn(1, Double.NaN, ItemKnn.Weighting.COSINE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
