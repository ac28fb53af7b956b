package movierec.learning.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RepeatedSampleTest {
    @Test
    void oneSplitHasTheUsualError() {
        double[] values = {1, 2, 3, 4, 5};
        RepeatedSample sample = new RepeatedSample();
        sample.add(new int[] {8, 6, 4, 2, 0}, values);

        assertThat(sample.estimate().mean()).isCloseTo(3, within(1e-12));
        assertThat(sample.estimate().standardError())
                .isCloseTo(Estimate.of(values).standardError(), within(1e-12));
    }

    @Test
    void sayingTheSameAgainMakesNothingSurer() {
        RepeatedSample often = new RepeatedSample();
        for (int split = 0; split < 7; split++) {
            often.add(new int[] {0, 1, 2, 3, 4}, new double[] {1, 2, 3, 4, 5});
        }

        assertThat(often.estimate().standardError()).isCloseTo(Math.sqrt(0.5), within(1e-12));
    }

    @Test
    void splitsThatDisagreeAreAsUnsureAsTheyDiffer() {
        RepeatedSample sample = new RepeatedSample();
        sample.add(new int[] {0, 1}, new double[] {0, 0});
        sample.add(new int[] {0, 1}, new double[] {1, 1});

        // Each user says one half on average, so only the splits tell that something varies: sqrt(0.5 / 2).
        assertThat(sample.estimate()).isEqualTo(new Estimate(0.5, 0.5));
    }

    /** The error is honest when 95 % of the intervals hold the truth, though every user speaks in about every second split. */
    @Test
    void theIntervalHoldsTheTruthAsOftenAsItSays() {
        Random random = new Random(4);
        int held = 0;
        for (int trial = 0; trial < 1_000; trial++) {
            double[] ofUser = random.doubles(60).toArray();
            RepeatedSample sample = new RepeatedSample();
            for (int split = 0; split < 5; split++) {
                int[] users =
                        IntStream.range(0, 60).filter(u -> random.nextBoolean()).toArray();
                sample.add(
                        users,
                        IntStream.of(users)
                                .mapToDouble(u -> ofUser[u] + 0.05 * random.nextGaussian())
                                .toArray());
            }
            Estimate estimate = sample.estimate();
            held += estimate.low() <= 0.5 && 0.5 <= estimate.high() ? 1 : 0;
        }

        assertThat(held).isBetween(925, 985);
    }

    @Test
    void differencesAreTakenUserByUser() {
        RepeatedSample high = new RepeatedSample();
        high.add(new int[] {3, 1}, new double[] {0.9, 0.2});
        RepeatedSample low = new RepeatedSample();
        low.add(new int[] {3, 1}, new double[] {0.8, 0.1});
        RepeatedSample others = new RepeatedSample();
        others.add(new int[] {1, 3}, new double[] {0.8, 0.1});

        assertThat(high.minus(low).estimate().mean()).isCloseTo(0.1, within(1e-12));
        assertThat(high.minus(low).estimate().standardError()).isCloseTo(0, within(1e-12));
        assertThatThrownBy(() -> high.minus(others)).hasMessageContaining("same users");
    }

    @Test
    void nobodyIsNoEstimate() {
        assertThatThrownBy(() -> new RepeatedSample().estimate()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new RepeatedSample().add(new int[0], new double[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
