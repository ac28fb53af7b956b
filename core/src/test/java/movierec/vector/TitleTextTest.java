package movierec.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import movierec.title.Genre;
import movierec.title.Title;
import movierec.title.TitleId;
import org.junit.jupiter.api.Test;

final class TitleTextTest {
    private static final Title LANTERN = Title.builder(TitleId.movie(1), "The Lantern Keeper")
            .originalName("El farero")
            .overview(" A widow tends a lighthouse. ")
            .genres(List.of(Genre.DRAMA, Genre.SCIENCE_FICTION))
            .keywords(List.of("sea", "grief"))
            .directors(List.of("Ana Prado"))
            .cast(List.of("Luz Vega", "Tom Hale"))
            .build();

    @Test
    void leavesOutWhatIsUnknown() {
        Title unknown =
                Title.builder(TitleId.tv(1), "Harbour").originalName("harbour").build();

        assertThat(TitleText.of(unknown).text()).isEqualTo("Harbour.");
    }

    @Test
    void hasOneForm() {
        assertThat(TitleText.of(LANTERN).text()).isEqualTo("""
                The Lantern Keeper (El farero). A widow tends a lighthouse.
                Genres: Drama, Science Fiction. Keywords: sea, grief. Directed by Ana Prado. Starring Luz Vega, Tom Hale.""");
    }

    @Test
    void hashesWhatIsEncodedAndNothingElse() {
        String hash = TitleText.of(LANTERN).hash();

        assertThat(hash).matches("[0-9a-f]{32}");
        assertThat(TitleText.of(LANTERN.toBuilder().votes(9, 99).popularity(3).build())
                        .hash())
                .isEqualTo(hash);
        assertThat(TitleText.of(LANTERN.toBuilder().overview("Another.").build())
                        .hash())
                .isNotEqualTo(hash);
        assertThat(TitleText.of(LANTERN.toBuilder().cast(List.of("Luz Vega")).build())
                        .hash())
                .isNotEqualTo(hash);
    }

    @Test
    void isNotMuchLongerThanAnEncoderReads() {
        Title endless = LANTERN.toBuilder()
                .overview("word ".repeat(10_000))
                .keywords(Collections.nCopies(500, "sea"))
                .cast(Collections.nCopies(500, "Luz Vega"))
                .build();

        assertThat(TitleText.of(endless).text()).hasSizeLessThan(2_500).contains("Directed by Ana Prado");
    }
}
