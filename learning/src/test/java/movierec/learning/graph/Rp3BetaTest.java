package movierec.learning.graph;

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
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class Rp3BetaTest extends ModelContract {
    @Override
    protected Model model() {
        return new Rp3Beta(1, 0.5, 100);
    }

    @Property(tries = 60)
    void agreesWithItsReadableTwin(
            @ForAll @IntRange(min = 2, max = 20) int items,
            @ForAll @DoubleRange(min = 0.3, max = 2) double alpha,
            @ForAll @DoubleRange(max = 1) double beta,
            @ForAll long seed) {
        Random random = new Random(seed);
        boolean[][] users = new boolean[25][items];
        Interactions.Builder builder = Interactions.builder(users.length, items);
        for (int u = 0; u < users.length; u++) {
            for (int i = 0; i < items; i++) {
                if (u == i || random.nextInt(3) == 0) {
                    users[u][i] = true;
                    builder.add(u, i, 1);
                }
            }
        }

        ItemWeights fast = new Rp3Beta(alpha, beta, items).fit(builder.build());

        for (int i = 0; i < items; i++) {
            for (int j = 0; j < items; j++) {
                float expected = i == j ? 0 : (float) walk(users, i, j, alpha, beta);
                assertThat(fast.rows().value(i, j)).isCloseTo(expected, within(1e-4f));
            }
        }
    }

    /** The readable twin: the sum over the paths from item i over a user to item j. */
    private static double walk(boolean[][] users, int i, int j, double alpha, double beta) {
        double sum = 0;
        for (boolean[] user : users) {
            if (user[i] && user[j]) {
                int itemsOfUser = 0;
                for (boolean has : user) {
                    itemsOfUser += has ? 1 : 0;
                }
                sum += Math.pow(1.0 / usersOf(users, i), alpha) * Math.pow(1.0 / itemsOfUser, alpha);
            }
        }
        return sum / Math.pow(usersOf(users, j), beta);
    }

    private static int usersOf(boolean[][] users, int itemIndex) {
        int count = 0;
        for (boolean[] user : users) {
            count += user[itemIndex] ? 1 : 0;
        }
        return count;
    }

    @Test
    void refusesSettingsWithoutMeaning() {
        assertThatThrownBy(() -> new Rp3Beta(0, 0.5, 10)).hasMessageContaining("alpha > 0");
        assertThatThrownBy(() -> new Rp3Beta(1, Double.NaN, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rp3Beta(1, 0.5, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
