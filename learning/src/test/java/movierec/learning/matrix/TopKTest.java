package movierec.learning.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TopKTest {
    @Test
    void namesTheBestFirstAndTheLowerIndexOfEqualOnes() {
        assertThat(TopK.indexes(new float[] {1, 3, -2, 3, 2}, 3)).containsExactly(1, 3, 4);
    }

    @Test
    void negativeZeroEqualsZero() {
        assertThat(TopK.indexes(new float[] {-0f, 0f}, 2)).containsExactly(0, 1);
    }

    @Test
    void neverNamesMaskedPlaces() {
        float[] scores = {Float.NEGATIVE_INFINITY, Float.NaN, -5, Float.NEGATIVE_INFINITY};

        assertThat(TopK.indexes(scores, 4)).containsExactly(2);
    }

    @Test
    void anEmptyOrNegativeLimitNamesNothing() {
        assertThat(TopK.indexes(new float[] {1}, 0)).isEmpty();
        assertThat(TopK.indexes(new float[] {1}, -3)).isEmpty();
        assertThat(TopK.indexes(new float[0], 5)).isEmpty();
    }

    @Property
    void agreesWithSortingEverything(@ForAll List<Float> scores, @ForAll @IntRange(max = 40) int limit) {
        float[] array = new float[scores.size()];
        IntStream.range(0, array.length).forEach(i -> array[i] = scores.get(i));

        assertThat(TopK.indexes(array, limit)).containsExactly(sorted(array, limit));
    }

    private static int[] sorted(float[] scores, int limit) {
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> -scores[i]).thenComparing(i -> i))
                .limit(limit)
                .mapToInt(i -> i)
                .toArray();
    }
}
