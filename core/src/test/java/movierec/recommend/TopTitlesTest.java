package movierec.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TopTitlesTest {
    @Property
    void picksWhatSortingWouldPick(
            @ForAll @FloatRange(min = -1, max = 1) float[] scores, @ForAll @IntRange(max = 20) int limit) {
        IntPredicate filter = titleIndex -> titleIndex % 3 != 0;

        int[] expected = IntStream.range(0, scores.length)
                .filter(filter)
                .filter(titleIndex -> scores[titleIndex] > 0)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(titleIndex -> -scores[titleIndex])
                        .thenComparing(Comparator.naturalOrder()))
                .limit(limit)
                .mapToInt(Integer::intValue)
                .toArray();

        assertThat(TopTitles.of(scores, limit, filter)).isEqualTo(expected);
    }

    @Test
    void leavesOutTitlesWithoutAScore() {
        assertThat(TopTitles.of(new float[] {Float.NaN, 0.5f, 0}, 3, titleIndex -> true))
                .containsExactly(1);
    }
}
