package movierec.catalogue.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import movierec.title.Genre;
import movierec.title.MediaType;
import org.junit.jupiter.api.Test;

class SampleTableTest {
    private static final String HEADER =
            "tmdbId\ttitle\tyear\tlanguage\truntimeMinutes\tcertification\tgenres\tkeywords"
                    + "\tdirectors\tcast\tfame\tacclaim\toverview";
    private static final String ROW =
            "42\tA Film\t1999\ten\t101\tPG\tDrama|War\tsea|war\tAnn One\tBob Two|Cy Three\t3\t4\tIt is.";

    @Test
    void anotherHeaderIsAMistake() {
        assertThatThrownBy(() -> read("id\ttitle\n" + ROW)).hasMessageContaining("movies.tsv line 1: the header is");
    }

    @Test
    void aRowWithAMissingCellNamesItsLine() {
        assertThatThrownBy(() -> read(HEADER + "\n" + ROW + "\n1\tShort\t1999"))
                .hasMessageContaining("movies.tsv line 3: has 3 cells, not 13");
    }

    @Test
    void aTitleThatStandsTwiceIsAMistake() {
        assertThatThrownBy(() -> read(HEADER + "\n" + ROW + "\n" + ROW))
                .hasMessageContaining("line 3: movie:42 stands here twice");
    }

    @Test
    void impossibleValuesAreMistakes() {
        assertThatThrownBy(() -> read(HEADER + "\n" + ROW.replace("1999", "199")))
                .hasMessageContaining("year is 199");
        assertThatThrownBy(() -> read(HEADER + "\n" + ROW.replace("Drama", "Dramma")))
                .hasMessageContaining("no genre Dramma");
        assertThatThrownBy(() -> read(HEADER + "\n" + ROW.replace("\t3\t4\t", "\t3\t6\t")))
                .hasMessageContaining("acclaim is 6, not 1 to 5");
        assertThatThrownBy(() -> read(HEADER + "\n" + ROW.replace("A Film", " ")))
                .hasMessageContaining("title is empty");
    }

    @Test
    void readsEveryCell() throws IOException {
        SampleTitle sampled = read(HEADER + "\n" + ROW).getFirst();

        assertThat(sampled.fame()).isEqualTo(3);
        assertThat(sampled.acclaim()).isEqualTo(4);
        assertThat(sampled.title()).satisfies(title -> {
            assertThat(title.id()).hasToString("movie:42");
            assertThat(title.name()).isEqualTo("A Film");
            assertThat(title.year()).isEqualTo(1999);
            assertThat(title.originalLanguage()).isEqualTo("en");
            assertThat(title.runtimeMinutes()).isEqualTo(101);
            assertThat(title.certification()).isEqualTo("PG");
            assertThat(title.genres()).containsExactly(Genre.DRAMA, Genre.WAR);
            assertThat(title.keywords()).containsExactly("sea", "war");
            assertThat(title.directors()).containsExactly("Ann One");
            assertThat(title.cast()).containsExactly("Bob Two", "Cy Three");
            assertThat(title.overview()).isEqualTo("It is.");
            assertThat(title.source()).isEqualTo("sample");
            assertThat(title.voteCount()).isZero();
        });
    }

    private static List<SampleTitle> read(String text) throws IOException {
        HashSet<movierec.title.TitleId> seen = new HashSet<>();
        return SampleCatalogue.table("movies.tsv")
                .read(
                        new BufferedReader(new StringReader(text)),
                        cells -> SampleCatalogue.titleOf(MediaType.MOVIE, cells, seen));
    }
}
