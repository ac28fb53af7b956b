package movierec.catalogue.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import movierec.title.Genre;
import org.junit.jupiter.api.Test;

class MovieLensNameTest {
    @Test
    void theYearIsTakenOffTheEnd() {
        assertThat(MovieLensName.of("Toy Story (1995)")).isEqualTo(new MovieLensName("Toy Story", "", 1995));
        assertThat(MovieLensName.of("Fawlty Towers (1975-1979) "))
                .isEqualTo(new MovieLensName("Fawlty Towers", "", 1975));
        assertThat(MovieLensName.of("2001: A Space Odyssey (1968)").name()).isEqualTo("2001: A Space Odyssey");
        assertThat(MovieLensName.of("(500) Days of Summer (2009)"))
                .isEqualTo(new MovieLensName("(500) Days of Summer", "", 2009));
    }

    @Test
    void aTitleWithoutYearKeepsItsWholeName() {
        assertThat(MovieLensName.of("Babylon 5")).isEqualTo(new MovieLensName("Babylon 5", "", 0));
        assertThat(MovieLensName.of("")).isEqualTo(new MovieLensName("", "", 0));
    }

    @Test
    void trailingArticlesMoveToTheFront() {
        assertThat(MovieLensName.of("Matrix, The (1999)").name()).isEqualTo("The Matrix");
        assertThat(MovieLensName.of("American President, An (1995)").name()).isEqualTo("An American President");
        assertThat(MovieLensName.of("Avventura, L' (1960)").name()).isEqualTo("L'Avventura");
        assertThat(MovieLensName.of("Crouching Tiger, Hidden Dragon (2000)").name())
                .isEqualTo("Crouching Tiger, Hidden Dragon");
    }

    @Test
    void namesInParenthesesAreOtherNames() {
        assertThat(MovieLensName.of("City of Lost Children, The (Cité des enfants perdus, La) (1995)"))
                .isEqualTo(new MovieLensName("The City of Lost Children", "La Cité des enfants perdus", 1995));
        assertThat(MovieLensName.of("Seven (a.k.a. Se7en) (1995)"))
                .isEqualTo(new MovieLensName("Seven", "Se7en", 1995));
    }

    @Test
    void genresBecomeOurs() {
        MovieLensGenres genres = MovieLensGenres.of(
                List.of("Sci-Fi", "Children's", "Children", "Film-Noir", "IMAX", "(no genres listed)"));

        assertThat(genres.genres()).containsExactly(Genre.SCIENCE_FICTION, Genre.FAMILY, Genre.CRIME);
        assertThat(genres.keywords()).containsExactly("film noir");
    }
}
