package movierec.learning.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import movierec.learning.FittedEnsemble;
import movierec.learning.FittedEnsemble.Member;
import movierec.learning.als.ImplicitAls;
import movierec.learning.ease.Ease;
import movierec.learning.matrix.Interactions;
import movierec.model.FoldedIn;
import movierec.testkit.model.Checkerboard;
import movierec.title.Genre;
import movierec.title.Title;
import movierec.title.TitleId;
import org.junit.jupiter.api.Test;

/** Even titles are comedies and odd ones horror, so what a new title is says who likes it. */
class ColdTitlesTest {
    private static final Checkerboard BOARD = new Checkerboard(60);
    private static final TitleId NEW_COMEDY = TitleId.tv(1);
    private static final TitleId NEW_HORROR = TitleId.tv(2);

    private final TrainingSet data = TrainingSet.of(List.of(BOARD.corpus("board")));
    private final Interactions training = data.log().interactions();

    @Test
    void aShowThatNobodyHasIsScoredByWhatItIs() {
        ColdTitles.Completed completed =
                new ColdTitles(data.titles(), catalogue()).complete(fitted(), training.support());

        int comedy = completed.titles().indexOf(NEW_COMEDY);
        int horror = completed.titles().indexOf(NEW_HORROR);
        FoldedIn comedyFan = completed.ensemble().foldIn(new int[] {0, 2, 4, 6}, new float[] {1, 1, 1, 1});

        assertThat(completed.support()[comedy]).isZero();
        assertThat(comedyFan.scores()[comedy]).isGreaterThan(comedyFan.scores()[horror] + 1);
    }

    @Test
    void trainedTitlesScoreAsBefore() {
        FittedEnsemble fitted = fitted();
        ColdTitles.Completed completed =
                new ColdTitles(data.titles(), catalogue()).complete(fitted, training.support());

        float[] before = fitted.foldIn(new int[] {1, 3}, new float[] {1, 1}).scores();
        float[] after = completed
                .ensemble()
                .foldIn(new int[] {1, 3}, new float[] {1, 1})
                .scores();

        assertThat(after).hasSize(before.length + 2).startsWith(before);
    }

    @Test
    void nothingIsPredictedWithoutFactorsOrFromTooFewKnownTitles() {
        FittedEnsemble withoutFactors = new FittedEnsemble(List.of(
                new Member("ease", Ease.zeroDiagonal(10, 0, BOARD.size()).fit(training), 1)));

        assertThat(new ColdTitles(data.titles(), catalogue())
                        .complete(withoutFactors, training.support())
                        .titles())
                .isEqualTo(data.titles());
        assertThat(new ColdTitles(data.titles(), catalogue().subList(50, 62))
                        .complete(fitted(), training.support())
                        .titles())
                .isEqualTo(data.titles());
    }

    private FittedEnsemble fitted() {
        return new FittedEnsemble(List.of(
                new Member("ease", Ease.zeroDiagonal(10, 0, BOARD.size()).fit(training), 1),
                new Member("als", ImplicitAls.of(8, 0.1, 0.01, 12).fit(training), 1)));
    }

    private static List<Title> catalogue() {
        List<Title> titles = new ArrayList<>();
        for (int i = 0; i < BOARD.size(); i++) {
            titles.add(title(BOARD.titleId(i), i % 2 == 0));
        }
        titles.add(title(NEW_COMEDY, true));
        titles.add(title(NEW_HORROR, false));
        return titles;
    }

    private static Title title(TitleId titleId, boolean isComedy) {
        return Title.builder(titleId, titleId.toString())
                .genres(List.of(isComedy ? Genre.COMEDY : Genre.HORROR))
                .build();
    }
}
