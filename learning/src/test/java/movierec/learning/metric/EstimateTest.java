package movierec.learning.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EstimateTest {
    @Test
    void agreesWithTheHandWorkedExample() {
        // Mean 3, sample variance 2.5, standard error sqrt(2.5 / 5).
        Estimate estimate = Estimate.of(new double[] {1, 2, 3, 4, 5});

        assertThat(estimate.mean()).isEqualTo(3);
        assertThat(estimate.standardError()).isCloseTo(Math.sqrt(0.5), within(1e-12));
        assertThat(estimate.low()).isCloseTo(3 - 1.959964 * Math.sqrt(0.5), within(1e-12));
        assertThat(estimate.high()).isCloseTo(3 + 1.959964 * Math.sqrt(0.5), within(1e-12));
    }

    @Test
    void oneUserHasNoSpread() {
        assertThat(Estimate.of(new double[] {0.4})).isEqualTo(new Estimate(0.4, 0));
    }

    @Test
    void nobodyIsNoEstimate() {
        assertThatThrownBy(() -> Estimate.of(new double[0])).isInstanceOf(IllegalArgumentException.class);
    }
}
