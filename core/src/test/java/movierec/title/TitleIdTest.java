package movierec.title;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TitleIdTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "movie:",
                "book:1",
                "movie:0",
                "movie:-5",
                "movie:1.5",
                "movie:12345678901",
                "1 2",
                "tv:1:2",
                "movie:١"
            })
    void refusesWhatIsNoId(String text) {
        assertThat(TitleId.parse(text)).isEmpty();
    }

    @Test
    void refusesNumbersThatAreNotPositive() {
        assertThatThrownBy(() -> TitleId.movie(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsABareNumberAsAMovieUnlessToldOtherwise() {
        assertThat(TitleId.parse("550")).contains(TitleId.movie(550));
        assertThat(TitleId.parse("550", MediaType.TV)).contains(TitleId.tv(550));
        assertThat(TitleId.parse("MOVIE:550", MediaType.TV)).contains(TitleId.movie(550));
    }

    @Property
    void readsWhatItWrites(@ForAll MediaType type, @ForAll @IntRange(min = 1, max = 999_999_999) int number) {
        TitleId titleId = new TitleId(type, number);

        assertThat(TitleId.parse(titleId.toString())).contains(titleId);
    }
}
