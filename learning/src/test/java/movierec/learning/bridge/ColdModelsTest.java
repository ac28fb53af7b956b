package movierec.learning.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import movierec.learning.FittedModel;
import movierec.learning.matrix.Interactions;
import movierec.learning.matrix.SparseRows;
import movierec.model.FoldedIn;
import org.junit.jupiter.api.Test;

class ColdModelsTest {
    /** Items 0 and 1 are westerns, 2 and 3 comedies, 4 is both, 5 is nothing; items 1, 3, 4 and 5 have no users. */
    private static final SparseRows CONTENT =
            RidgeTest.rows(new float[][] {{1, 0}, {1, 0}, {0, 1}, {0, 1}, {1, 1}, {0, 0}});

    private static final Interactions TRAINING = Interactions.builder(3, 6)
            .add(0, 0, 1)
            .add(0, 2, 1)
            .add(1, 2, 1)
            .add(2, 2, 1)
            .build();

    @Test
    void popularFactsScoreWhatTitlesLikeThemHave() {
        float[] scores = scores(new PopularFacts(CONTENT).fit(TRAINING), 0);

        assertThat(scores).containsExactly(new float[] {1, 1, 3, 3, 2, 0}, within(1e-6f));
    }

    @Test
    void aContentProfileScoresLikenessAndExplainsIt() {
        FoldedIn folded = new ContentProfile(CONTENT).fit(TRAINING).foldIn(new int[] {0, 2}, new float[] {1, 0.5f});
        float[] scores = folded.scores();

        assertThat(scores[1]).isCloseTo(1, within(1e-6f));
        assertThat(scores[3]).isCloseTo(0.5f, within(1e-6f));
        assertThat(scores[5]).isZero();
        assertThat(folded.explain(4)[0] + folded.explain(4)[1]).isCloseTo(scores[4], within(1e-6f));
    }

    @Test
    void randomScoresAreTheSameForTheSameSeedAndKnowNobody() {
        FittedModel fitted = new RandomScores(1).fit(TRAINING);

        assertThat(scores(fitted, 0)).isEqualTo(scores(fitted, 2)).doesNotHaveDuplicates();
        assertThat(scores(new RandomScores(2).fit(TRAINING), 0)).isNotEqualTo(scores(fitted, 0));
    }

    private static float[] scores(FittedModel fitted, int itemIndex) {
        return fitted.foldIn(new int[] {itemIndex}, new float[] {1}).scores();
    }
}
