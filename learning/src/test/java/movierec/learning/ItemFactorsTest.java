package movierec.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import movierec.model.FoldedIn;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ItemFactorsTest {
    private static final ItemFactors.Loss LOSS = new ItemFactors.Loss(0.3, 0.05, 1);

    @Property(tries = 200)
    void agreesWithThePaper(
            @ForAll @IntRange(min = 1, max = 37) int dimension,
            @ForAll @IntRange(min = 1, max = 60) int itemCount,
            @ForAll @IntRange(max = 50) int historySize,
            @ForAll long seed) {
        Random random = new Random(seed);
        double[][] items = gaussian(itemCount, dimension, random);
        int[] history = random.ints(historySize, 0, itemCount).toArray();
        float[] weights = new float[historySize];
        for (int h = 0; h < historySize; h++) {
            weights[h] = random.nextFloat() * 2 - 1;
        }

        FoldedIn fast = new ItemFactors(dimension, ReadableFactors.flat(items), LOSS).foldIn(history, weights);

        double[][] gram = ReadableFactors.gram(items);
        double[][] system = ReadableFactors.system(items, gram, itemCount, LOSS, history, weights);
        double[] user = ReadableFactors.place(items, gram, itemCount, LOSS, history, weights);
        float[] scores = fast.scores();
        for (int i = 0; i < itemCount; i++) {
            assertThat((double) scores[i]).isCloseTo(ReadableFactors.dot(user, items[i]), within(2e-3));
        }
        double[] solved = ReadableFactors.solve(system, items[0]);
        float[] parts = fast.explain(0);
        for (int h = 0; h < historySize; h++) {
            double part = weights[h] * ReadableFactors.dot(solved, items[history[h]]);
            assertThat((double) parts[h]).isCloseTo(part, within(2e-3));
        }
    }

    @Test
    void moreItemsThanATileAreAllScored() {
        double[][] items = gaussian(3_000, 5, new Random(1));
        int[] history = {7, 2_999};
        float[] weights = {1, 1};

        float[] scores = new ItemFactors(5, ReadableFactors.flat(items), LOSS)
                .foldIn(history, weights)
                .scores();

        double[] user = ReadableFactors.place(items, ReadableFactors.gram(items), items.length, LOSS, history, weights);
        for (int i = 0; i < items.length; i++) {
            assertThat((double) scores[i]).isCloseTo(ReadableFactors.dot(user, items[i]), within(1e-4));
        }
    }

    @Test
    void predictedItemsDoNotChangeHowTheOthersScore() {
        double[][] trained = gaussian(10, 4, new Random(2));
        double[][] all = Arrays.copyOf(trained, 13);
        System.arraycopy(gaussian(3, 4, new Random(3)), 0, all, 10, 3);
        ItemFactors before = new ItemFactors(4, ReadableFactors.flat(trained), LOSS);

        ItemFactors after = before.withItems(ReadableFactors.flat(all));

        float[] scores = after.foldIn(new int[] {1, 3}, new float[] {1, 1}).scores();
        assertThat(scores).hasSize(13);
        assertThat(Arrays.copyOf(scores, 10))
                .containsExactly(
                        before.foldIn(new int[] {1, 3}, new float[] {1, 1}).scores());
        double[] user = ReadableFactors.place(
                all, ReadableFactors.gram(trained), 10, LOSS, new int[] {1, 3}, new float[] {1, 1});
        assertThat((double) scores[12]).isCloseTo(ReadableFactors.dot(user, all[12]), within(1e-4));
    }

    @Test
    void whatNeitherItemsNorHistorySayAnythingAboutStaysFinite() {
        // One item, two equal factors, no regularization: the system has rank one.
        ItemFactors singular = new ItemFactors(2, new float[] {1, 1}, new ItemFactors.Loss(1, 0, 1));

        assertThat(singular.foldIn(new int[] {0}, new float[] {1}).scores()[0]).isCloseTo(0.5f, within(1e-5f));
        assertThat(singular.foldIn(new int[0], new float[0]).scores()).containsExactly(0);
    }

    @Test
    void explanationsAreTheSameInAnyOrderAndBesideOtherUsers() {
        double[][] items = gaussian(40, 8, new Random(4));
        ItemFactors factors = new ItemFactors(8, ReadableFactors.flat(items), LOSS);
        FoldedIn one = factors.foldIn(new int[] {1, 2, 3}, new float[] {1, 1, 1});
        float[] first = one.explain(5);
        FoldedIn other = factors.foldIn(new int[] {30}, new float[] {-1});

        other.explain(7);

        assertThat(one.explain(5)).containsExactly(first);
    }

    @Test
    void usersAtTheSameTimeDoNotDisturbEachOther() {
        double[][] items = gaussian(200, 16, new Random(5));
        ItemFactors factors = new ItemFactors(16, ReadableFactors.flat(items), LOSS);
        float[] ones = {1, 1, 1};
        float[][] alone = new float[200][];
        for (int u = 0; u < 200; u++) {
            alone[u] = factors.foldIn(history(u), ones).scores();
        }

        IntStream.range(0, 2_000).parallel().forEach(task -> {
            int u = task % 200;
            FoldedIn folded = factors.foldIn(history(u), ones);
            float[] parts = folded.explain(u);
            assertThat(folded.scores()).containsExactly(alone[u]);
            assertThat(parts[0] + parts[1] + parts[2]).isCloseTo(alone[u][u], within(1e-3f));
        });
    }

    @Test
    void arraysThatAreNoMatrixAreRefused() {
        assertThatThrownBy(() -> new ItemFactors(3, new float[7], LOSS)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ItemFactors(0, new float[0], LOSS)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ItemFactors(2, new float[4], LOSS, new float[3], 2))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static int[] history(int u) {
        return new int[] {u, (u + 17) % 200, (u + 71) % 200};
    }

    private static double[][] gaussian(int rows, int columns, Random random) {
        double[][] values = new double[rows][columns];
        for (double[] row : values) {
            Arrays.setAll(row, a -> (float) random.nextGaussian());
        }
        return values;
    }
}
