package movierec.catalogue.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".jpg",
                "..",
                "../a.jpg",
                "..%2fa.jpg",
                "/a.jpg",
                "a/b.jpg",
                "a\\b.jpg",
                "a.jpg/",
                "a",
                "a.svg",
                "a.gif",
                "a.JPG",
                "a.jpg.exe",
                "a.jpg\n",
                "a.jpg\0",
                " a.jpg",
                "a b.jpg",
                "ä.jpg",
                "a.jpg?x=1",
                "a.jpg#x",
                "@host.jpg",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.jpg"
            })
    void isNoOtherFile(String file) {
        assertThat(ImageName.of("w342", file)).isEmpty();
        assertThatThrownBy(() -> new ImageName("w342", file)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "original", "w", "w343", "W342", "w342/..", "..", "w342 ", "h631"})
    void isNoOtherSize(String size) {
        assertThat(ImageName.of(size, "a.jpg")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "w92, a.jpg",
        "w154, -_.jpg",
        "w185, aB9.png",
        "w342, abc.webp",
        "w500, a.jpg",
        "w780, a.jpg",
        "w1280, a.jpg",
        "w300, a.jpg",
        "w45, a.jpg",
        "h632, 8c4a8kE7PizaGQQnditMmI1xbRp.jpg"
    })
    void isWhatTheSourceHas(String size, String file) {
        assertThat(ImageName.of(size, file))
                .hasValueSatisfying(name -> assertThat(name.path()).isEqualTo(size + "/" + file));
    }

    @Test
    void modesHaveTheirWords() {
        assertThat(ImageMode.words()).containsExactly("hotlink", "proxy-cache", "none");
        assertThat(ImageMode.words()).extracting(ImageMode::of).containsExactly(ImageMode.values());
    }
}
