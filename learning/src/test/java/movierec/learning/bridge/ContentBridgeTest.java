package movierec.learning.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import movierec.learning.ItemFactors;
import movierec.learning.als.ImplicitAls;
import movierec.learning.matrix.Interactions;
import movierec.learning.matrix.SparseRows;
import movierec.learning.matrix.TopK;
import org.junit.jupiter.api.Test;

class ContentBridgeTest {
    /** Item i is of kind i mod 4 and a user likes one kind; the last fifth of the items has no users. */
    private static final int KINDS = 4;

    private static final int ITEMS = 80;
    private static final int KNOWN_ITEMS = 64;

    private final Interactions training = training();
    private final ItemFactors trained = ImplicitAls.of(8, 0.3, 0.01, 8).fit(training);

    private static Interactions training() {
        Random random = new Random(3);
        Interactions.Builder training = Interactions.builder(120, ITEMS);
        for (int u = 0; u < 120; u++) {
            for (int n = 0; n < 10; n++) {
                training.add(u, KINDS * random.nextInt(KNOWN_ITEMS / KINDS) + u % KINDS, 1);
            }
        }
        return training.build();
    }

    /** One fact for the kind, and one that says nothing. */
    private static SparseRows content(int items) {
        float[][] facts = new float[items][KINDS + 3];
        for (int i = 0; i < items; i++) {
            facts[i][i % KINDS] = 1;
            facts[i][KINDS + i % 3] = 1;
        }
        return RidgeTest.rows(facts);
    }

    @Test
    void namesNewTitlesOfTheKindThatTheHistoryIsOf() {
        ItemFactors all = ContentBridge.DEFAULT.over(trained, training.support(), content(ITEMS));

        for (int kind = 0; kind < KINDS; kind++) {
            float[] scores = all.foldIn(new int[] {kind, kind + 4, kind + 8}, new float[] {1, 1, 1})
                    .scores();
            Arrays.fill(scores, 0, KNOWN_ITEMS, Float.NEGATIVE_INFINITY);
            int wanted = kind;
            assertThat(Arrays.stream(TopK.indexes(scores, 4))).allMatch(i -> i % KINDS == wanted);
        }
    }

    @Test
    void furtherTitlesMayFollowThoseOfTheTraining() {
        ItemFactors all = ContentBridge.DEFAULT.over(trained, training.support(), content(ITEMS + 12));

        assertThat(all.itemCount()).isEqualTo(ITEMS + 12);
        assertThat(row(all, ITEMS)).isNotEqualTo(new float[8]);
        // Twelve further on, both facts are the same.
        assertThat(row(all, ITEMS)).containsExactly(row(all, ITEMS - 12), within(1e-6f));
    }

    @Test
    void titlesWithUsersStayAsTheyAreAndNobodyIsPlacedElsewhere() {
        ItemFactors all = ContentBridge.DEFAULT.over(trained, training.support(), content(3 * ITEMS));

        float[] before = trained.foldIn(new int[] {0, 5}, new float[] {1, 1}).scores();
        float[] after = all.foldIn(new int[] {0, 5}, new float[] {1, 1}).scores();
        for (int i = 0; i < KNOWN_ITEMS; i++) {
            assertThat(row(all, i)).isEqualTo(row(trained, i));
            assertThat(after[i]).isEqualTo(before[i]);
        }
    }

    @Test
    void nothingPredictedIsLouderThanTheMedianOfWhatIsKnown() {
        ItemFactors all = ContentBridge.DEFAULT.over(trained, training.support(), content(ITEMS));
        double[] known = IntStream.range(0, KNOWN_ITEMS)
                .filter(i -> training.support()[i] >= ContentBridge.DEFAULT.minUsers())
                .mapToDouble(i -> length(row(all, i)))
                .sorted()
                .toArray();

        for (int i = KNOWN_ITEMS; i < ITEMS; i++) {
            assertThat(length(row(all, i))).isLessThanOrEqualTo(known[known.length / 2] * 1.0001);
        }
    }

    @Test
    void aTitleWithoutFactsGetsAFiniteGuess() {
        float[][] facts = new float[ITEMS][2];
        for (int i = 0; i < KNOWN_ITEMS; i++) {
            facts[i][i % 2] = 1;
        }

        ItemFactors all = ContentBridge.DEFAULT.over(trained, training.support(), RidgeTest.rows(facts));

        for (float factor : row(all, ITEMS - 1)) {
            assertThat(factor).isFinite();
        }
        assertThat(row(all, ITEMS - 1)).isEqualTo(row(all, ITEMS - 2));
    }

    @Test
    void withoutAnyFactsOrKnownTitlesNewTitlesScoreNothing() {
        SparseRows nothing = RidgeTest.rows(new float[ITEMS][5]);
        ItemFactors factless = ContentBridge.DEFAULT.over(trained, training.support(), nothing);
        ItemFactors unknown = new ContentBridge(1_000, 1).over(trained, training.support(), content(ITEMS));

        assertThat(row(factless, ITEMS - 1)).containsOnly(0);
        assertThat(row(unknown, ITEMS - 1)).containsOnly(0);
    }

    @Test
    void oneKnownTitleIsEnough() {
        Interactions.Builder one = Interactions.builder(9, 2);
        for (int u = 0; u < 9; u++) {
            one.add(u, 0, 1);
        }
        Interactions interactions = one.build();
        ItemFactors factors = ImplicitAls.of(2, 0.3, 0.01, 3).fit(interactions);
        SparseRows same = RidgeTest.rows(new float[][] {{1}, {1}});

        ItemFactors all = ContentBridge.DEFAULT.over(factors, interactions.support(), same);

        assertThat(row(all, 1)).as("all that is known").containsExactly(row(all, 0), within(1e-6f));
    }

    @Test
    void numbersThatDoNotBelongTogetherAreRefused() {
        assertThatThrownBy(() -> ContentBridge.DEFAULT.over(trained, new int[3], content(ITEMS)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ContentBridge.DEFAULT.over(trained, training.support(), content(ITEMS - 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static float[] row(ItemFactors factors, int itemIndex) {
        int d = factors.dimension();
        return Arrays.copyOfRange(factors.factors(), itemIndex * d, (itemIndex + 1) * d);
    }

    private static double length(float[] row) {
        double squares = 0;
        for (float value : row) {
            squares += value * value;
        }
        return Math.sqrt(squares);
    }
}
