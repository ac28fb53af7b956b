package movierec.learning.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import movierec.learning.ensemble.TrainingProfile;
import movierec.learning.matrix.Interactions;
import movierec.learning.tune.Range.Scale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class RangeTest {
    @Property
    void neverLeavesItsBounds(
            @ForAll TunedMember member, @ForAll @DoubleRange(min = 0, max = 1e6) double from, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);

        assertThat(member.ranges()).allSatisfy(range -> {
            assertThat(range.random(random)).isBetween(range.low(), range.high());
            assertThat(range.near(from, random)).isBetween(range.low(), range.high());
        });
    }

    @Property
    void wholeNumbersStayWhole(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Range range = new Range("als.factors", 16, 256, Scale.WHOLE);

        assertThat(range.random(random) % 1).isZero();
        assertThat(range.near(64, random) % 1).isZero();
    }

    @Test
    void halfOfALogarithmicRangeLiesBelowItsGeometricMiddle() {
        Range range = new Range("dlae.lambda", 1, 10_000, Scale.LOGARITHMIC);
        SplittableRandom random = new SplittableRandom(1);

        long below = DoubleStream.generate(() -> range.random(random))
                .limit(10_000)
                .filter(value -> value < 100)
                .count();

        assertThat(below).isCloseTo(5_000, within(300L));
    }

    @Test
    void stepsStayNearerThanRandomPoints() {
        Range range = new Range("dlae.lambda", 1, 10_000, Scale.LOGARITHMIC);
        SplittableRandom random = new SplittableRandom(1);

        long near = DoubleStream.generate(() -> range.near(100, random))
                .limit(1_000)
                .filter(value -> value > 10 && value < 1_000)
                .count();

        assertThat(near).isGreaterThan(850);
    }

    /** What a member begins with can be found again. */
    @Test
    void theDefaultsLieInTheRanges() {
        Interactions small = Interactions.builder(1, 1).chronological().build();
        Interactions large = Interactions.builder(5_000, 1).chronological().build();

        assertThat(Arrays.asList(small, large))
                .allSatisfy(data -> assertThat(TunedMember.values()).allSatisfy(member -> assertThat(member.ranges())
                        .allSatisfy(range -> assertThat(TrainingProfile.DEFAULT.value(range.name(), data))
                                .isBetween(range.low(), range.high()))));
    }

    @Test
    void refusesARangeThatIsNone() {
        assertThatThrownBy(() -> new Range("x", 2, 2, Scale.LINEAR)).hasMessageContaining("x cannot be looked for");
        assertThatThrownBy(() -> new Range("x", 0, 2, Scale.LOGARITHMIC)).hasMessageContaining("from 0");
    }
}
