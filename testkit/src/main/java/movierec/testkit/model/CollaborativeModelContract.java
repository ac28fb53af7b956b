package movierec.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import movierec.model.CollaborativeModel;
import movierec.model.CollaborativeModel.Neighbour;
import movierec.model.FoldedIn;
import movierec.title.TitleId;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What every {@link CollaborativeModel} must do, on a model trained on a {@link Checkerboard}. */
public abstract class CollaborativeModelContract {
    protected static final Checkerboard BOARD = new Checkerboard(40);

    /** Half precision keeps three digits. */
    private static final Offset<Float> CLOSE = within(1e-3f);

    /** A model trained on {@link #BOARD}, with all its titles. */
    protected abstract CollaborativeModel trained();

    @Test
    void namesTheItemThatIsMissingFromAHistory() {
        CollaborativeModel model = trained();

        for (int u = 0; u < BOARD.size(); u++) {
            int[] history = indexes(model, BOARD.itemIndexes(u));
            float[] scores = model.foldIn(history, ones(history.length)).scores();

            assertThat(bestOutside(scores, history)).isEqualTo(model.indexOf(BOARD.titleId(u)));
        }
    }

    @Test
    void titlesAndIndexesAgree() {
        CollaborativeModel model = trained();

        assertThat(model.itemCount()).isEqualTo(BOARD.size());
        for (int i = 0; i < model.itemCount(); i++) {
            assertThat(model.indexOf(model.titleAt(i))).isEqualTo(i);
        }
    }

    @Test
    void anUnknownTitleHasNoIndex() {
        assertThat(trained().indexOf(TitleId.movie(999_999))).isEqualTo(-1);
        assertThat(trained().indexOf(TitleId.tv(1))).isEqualTo(-1);
    }

    @Test
    void anEmptyHistoryScoresEveryItemEqually() {
        float[] scores = trained().foldIn(new int[0], new float[0]).scores();

        assertThat(scores).hasSize(BOARD.size()).containsOnly(scores[0]);
    }

    @Test
    void aHistoryCountsInAnyOrder() {
        float[] forward =
                trained().foldIn(new int[] {0, 2, 8}, new float[] {1, 0.5f, -1}).scores();
        float[] backward =
                trained().foldIn(new int[] {8, 2, 0}, new float[] {-1, 0.5f, 1}).scores();

        assertThat(backward).containsExactly(forward, CLOSE);
    }

    @Test
    void aRefusedTitlePullsItsNeighboursDown() {
        CollaborativeModel model = trained();
        int refused = model.indexOf(BOARD.titleId(0));
        int neighbour = model.indexOf(BOARD.titleId(2));

        float liked = model.foldIn(new int[] {refused}, new float[] {1}).scores()[neighbour];
        float disliked = model.foldIn(new int[] {refused}, new float[] {-1}).scores()[neighbour];

        assertThat(liked).isPositive();
        assertThat(disliked).isCloseTo(-liked, CLOSE);
    }

    @Test
    void explanationsSumToTheScore() {
        CollaborativeModel model = trained();
        int[] history = {0, 2, 4, 7};
        float[] weights = {1, 0.5f, -1, 1};
        FoldedIn folded = model.foldIn(history, weights);
        float[] scores = folded.scores();

        for (int i = 0; i < model.itemCount(); i++) {
            float sum = 0;
            for (float part : folded.explain(i)) {
                sum += part;
            }
            assertThat(sum).isCloseTo(scores[i], CLOSE);
        }
    }

    @Test
    void similarItemsAreOfTheSameColourBestFirstAndNeverTheItemItself() {
        CollaborativeModel model = trained();
        int itemIndex = model.indexOf(BOARD.titleId(3));

        assertThat(model.similar(itemIndex, 5))
                .hasSize(5)
                .allSatisfy(neighbour -> assertThat(
                                model.titleAt(neighbour.itemIndex()).number() % 2)
                        .isEqualTo(BOARD.titleId(3).number() % 2))
                .extracting(Neighbour::itemIndex)
                .doesNotContain(itemIndex);
        assertThat(model.similar(itemIndex, 5))
                .extracting(neighbour -> -neighbour.similarity())
                .isSorted();
    }

    @Test
    void aLimitOfNoneNamesNoNeighbours() {
        assertThat(trained().similar(0, 0)).isEmpty();
    }

    private static int[] indexes(CollaborativeModel model, int[] boardIndexes) {
        int[] indexes = new int[boardIndexes.length];
        for (int k = 0; k < indexes.length; k++) {
            indexes[k] = model.indexOf(BOARD.titleId(boardIndexes[k]));
        }
        return indexes;
    }

    private static float[] ones(int length) {
        float[] ones = new float[length];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static int bestOutside(float[] scores, int[] history) {
        float[] masked = scores.clone();
        for (int itemIndex : history) {
            masked[itemIndex] = Float.NEGATIVE_INFINITY;
        }
        int best = 0;
        for (int i = 1; i < masked.length; i++) {
            best = masked[i] > masked[best] ? i : best;
        }
        return best;
    }
}
