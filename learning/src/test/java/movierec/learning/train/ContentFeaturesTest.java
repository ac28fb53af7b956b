package movierec.learning.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import movierec.learning.matrix.SparseRows;
import movierec.title.Genre;
import movierec.title.Title;
import movierec.title.TitleId;
import org.junit.jupiter.api.Test;

class ContentFeaturesTest {
    private static final Title WESTERN = Title.builder(TitleId.movie(1), "A")
            .genres(List.of(Genre.WESTERN))
            .directors(List.of("Ann Bo"))
            .year(1961)
            .build();
    private static final Title SEQUEL = Title.builder(TitleId.movie(2), "B")
            .genres(List.of(Genre.WESTERN, Genre.COMEDY))
            .cast(List.of("ann bo"))
            .year(1975)
            .build();

    @Test
    void rowsFollowTheGivenOrderAndSharedFactsShareAColumn() {
        SparseRows content =
                ContentFeatures.of(List.of(SEQUEL.id(), TitleId.movie(7), WESTERN.id()), List.of(WESTERN, SEQUEL));

        assertThat(content.rowCount()).isEqualTo(3);
        assertThat(content.rowSize(1)).as("nothing is known of it").isZero();
        assertThat(content.columnIndexes(0))
                .as("a genre and a person in common, another genre and decade apart")
                .hasSize(4)
                .isSorted();
        assertThat(content.columnIndexes(2)).hasSize(3);
        assertThat(content.columnCount()).isEqualTo(5);
    }

    @Test
    void noTitlesAreAnEmptyMatrix() {
        assertThat(ContentFeatures.of(List.of(), List.of(WESTERN)).rowCount()).isZero();
    }
}
