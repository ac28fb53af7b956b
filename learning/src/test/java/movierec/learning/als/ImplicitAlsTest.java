package movierec.learning.als;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import movierec.learning.Model;
import movierec.learning.ModelContract;
import org.junit.jupiter.api.Test;

class ImplicitAlsTest extends ModelContract {
    @Override
    protected Model model() {
        return als(64, 1);
    }

    @Test
    void theSeedDecidesTheModel() {
        SmallWorld world = SmallWorld.of(40, 30, true, 1);

        float[] first = als(8, 1).fit(world.interactions()).factors();

        assertThat(als(8, 1).fit(world.interactions()).factors()).containsExactly(first);
        assertThat(als(8, 2).fit(world.interactions()).factors()).isNotEqualTo(first);
    }

    @Test
    void refusesSettingsThatHaveNoSolution() {
        assertThatThrownBy(() -> new ImplicitAls(0, 0.1, 0.01, 1, 10, 64, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ImplicitAls(8, -1, 0.01, 1, 10, 64, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ImplicitAls(8, 0.1, 0, 1, 10, 64, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("regularization > 0");
        assertThatThrownBy(() -> new ImplicitAls(8, 0.1, Double.NaN, 1, 10, 64, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ImplicitAls(8, 0.1, 0.01, 1, 0, 64, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ImplicitAls als(int factors, long seed) {
        return new ImplicitAls(factors, 0.1, 0.01, 1, 12, factors, seed);
    }
}
