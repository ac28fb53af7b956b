package movierec.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import movierec.learning.evaluate.Judge;
import movierec.learning.matrix.Interactions;
import movierec.learning.matrix.TopK;
import movierec.learning.popularity.Popularity;
import movierec.learning.split.HeldOutUser;
import movierec.learning.split.Protocol;
import movierec.learning.split.Split;
import movierec.model.FoldedIn;
import movierec.testkit.model.Checkerboard;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What every personal {@link Model} must do. */
public abstract class ModelContract {
    private static final Checkerboard BOARD = new Checkerboard(50);
    private static final Offset<Float> CLOSE = within(1e-4f);

    /** The model under test, set up for small data. */
    protected abstract Model model();

    @Test
    void namesTheItemThatIsMissingFromAHistory() {
        FittedModel fitted = model().fit(board(1));

        for (int u = 0; u < BOARD.size(); u++) {
            float[] scores = scores(fitted, BOARD.itemIndexes(u), ones(BOARD.size() / 2 - 1));
            for (int itemIndex : BOARD.itemIndexes(u)) {
                scores[itemIndex] = Float.NEGATIVE_INFINITY;
            }
            assertThat(TopK.indexes(scores, 1)).containsExactly(u);
        }
    }

    @Test
    void anEmptyHistoryScoresEveryItemFinitely() {
        float[] scores = scores(model().fit(board(1)), new int[0], new float[0]);

        assertThat(scores).hasSize(BOARD.size());
        assertFinite(scores);
    }

    @Test
    void explanationsSumToTheScore() {
        FoldedIn folded = model().fit(board(1)).foldIn(new int[] {0, 2, 4, 7}, new float[] {1, 0.5f, -1, 1});
        float[] scores = folded.scores();

        for (int itemIndex = 0; itemIndex < scores.length; itemIndex++) {
            float sum = 0;
            for (float part : folded.explain(itemIndex)) {
                sum += part;
            }
            assertThat(sum).isCloseTo(scores[itemIndex], CLOSE);
        }
    }

    @Test
    void equalDataGiveAnEqualModel() {
        assertThat(scores(model().fit(board(1)))).containsExactly(scores(model().fit(board(1))));
    }

    @Test
    protected void theOrderOfInteractionsDoesNotMatter() {
        assertThat(scores(model().fit(board(2)))).containsExactly(scores(model().fit(board(1))), CLOSE);
    }

    @Test
    void theOrderOfUsersDoesNotMatter() {
        Interactions.Builder reversed =
                Interactions.builder(BOARD.size(), BOARD.size()).chronological();
        BOARD.shuffled(1).forEach(pair -> reversed.add(BOARD.size() - 1 - pair[0], pair[1], 1));

        assertThat(scores(model().fit(reversed.build()))).containsExactly(scores(model().fit(board(1))), CLOSE);
    }

    @Test
    void repeatedInteractionsCountOnce() {
        Interactions.Builder twice =
                Interactions.builder(BOARD.size(), BOARD.size()).chronological();
        BOARD.shuffled(1).forEach(pair -> twice.add(pair[0], pair[1], 1));
        BOARD.shuffled(2).forEach(pair -> twice.add(pair[0], pair[1], 1));

        assertThat(scores(model().fit(twice.build()))).containsExactly(scores(model().fit(board(1))));
    }

    @Test
    void itemsWithoutUsersDoNoHarm() {
        Interactions.Builder sparse =
                Interactions.builder(BOARD.size(), BOARD.size() + 7).chronological();
        BOARD.shuffled(1).forEach(pair -> sparse.add(pair[0], pair[1], 1));

        float[] scores = scores(model().fit(sparse.build()), new int[] {0, BOARD.size() + 3}, new float[] {1, 1});

        assertThat(scores).hasSize(BOARD.size() + 7);
        assertFinite(scores);
    }

    @Test
    void oneUserAndOneItemAreEnough() {
        FittedModel fitted = model().fit(
                        Interactions.builder(1, 1).chronological().add(0, 0, 1).build());

        assertFinite(scores(fitted, new int[] {0}, new float[] {1}));
    }

    @Test
    void nothingAtAllIsRefusedInWords() {
        assertThatThrownBy(() ->
                        model().fit(Interactions.builder(3, 3).chronological().build()))
                .isInstanceOf(UnusableData.class)
                .hasMessageContaining("no interactions");
    }

    @Test
    void everybodyLikingEverythingStillGivesFiniteScores() {
        Interactions.Builder all = Interactions.builder(20, 10).chronological();
        for (int u = 0; u < 20; u++) {
            for (int i = 0; i < 10; i++) {
                all.add(u, i, 1);
            }
        }

        assertFinite(scores(model().fit(all.build()), new int[] {0, 1}, new float[] {1, 1}));
    }

    @Test
    protected void isClearlyBetterThanPopularityOnRealRatings() {
        // The margin is more than twice the standard error of the difference between two means on these data.
        Split split = Protocol.STRONG.split(SharedData.latestSmall().log(), 3);
        List<HeldOutUser> users = new ArrayList<>(split.validation());
        users.addAll(split.test());
        Judge judge = new Judge(split.candidates(), users);

        double popularity = ndcg(judge, new Popularity(), split);

        assertThat(ndcg(judge, model(), split)).isGreaterThan(popularity * 1.3);
    }

    private static double ndcg(Judge judge, Model model, Split split) {
        return judge.judge(model.name(), model.fit(split.training()), Progress.NONE)
                .mean("ndcg@100");
    }

    private static Interactions board(long seed) {
        Interactions.Builder board =
                Interactions.builder(BOARD.size(), BOARD.size()).chronological();
        BOARD.shuffled(seed).forEach(pair -> board.add(pair[0], pair[1], 1));
        return board.build();
    }

    private static float[] scores(FittedModel fitted) {
        int[] history = new Random(5).ints(0, BOARD.size()).distinct().limit(9).toArray();
        return scores(fitted, history, new float[] {1, 1, 0.5f, 1, -1, 1, 1, 0.25f, 1});
    }

    private static float[] scores(FittedModel fitted, int[] historyIndexes, float[] weights) {
        return fitted.foldIn(historyIndexes, weights).scores();
    }

    private static float[] ones(int length) {
        float[] ones = new float[length];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static void assertFinite(float[] scores) {
        for (float score : scores) {
            assertThat(score).isFinite();
        }
    }
}
