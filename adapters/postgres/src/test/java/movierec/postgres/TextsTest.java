package movierec.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class TextsTest {
    @Property
    void everyTextComesBackAndNoneHoldsWhatPostgresRefuses(@ForAll("texts") String text) {
        assertThat(Texts.write(text)).doesNotContain("\u0000");
        assertThat(Texts.read(Texts.write(text))).isEqualTo(text);
    }

    @Property
    void differentTextsStayDifferent(@ForAll("texts") String one, @ForAll("texts") String other) {
        assertThat(Texts.write(one).equals(Texts.write(other))).isEqualTo(one.equals(other));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars('\u0000', '\u0001', '0', '1', 'ü')
                .ofMaxLength(6);
    }
}
