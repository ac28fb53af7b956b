package movierec.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EmailTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "anna",
                "@example.org",
                "anna@",
                "anna@@example.org",
                "a@b@example.org",
                "an na@example.org",
                "anna@exam ple.org",
                "anna@example",
                "anna@example..org",
                "anna@.org",
                "anna\n@example.org",
                "anna@example.org\r\nBcc: x@example.org",
                "<anna@example.org>",
                "anna@example.org,ben@example.org",
                "\"anna\"@example.org",
                "anna\u0000@example.org",
                "'; DROP TABLE accounts; --"
            })
    void refusesWhatCannotBeAnAddress(String text) {
        assertThat(Email.fault(text)).isPresent();
        assertThatThrownBy(() -> new Email(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesTooLongAnAddress() {
        String domain = "x".repeat(60) + ".";

        assertThat(Email.fault("anna@" + domain.repeat(5) + "org"))
                .hasValueSatisfying(why -> assertThat(why).contains("254"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna@example.org",
                " anna@example.org ",
                "anna+movies@sub.example.co.uk",
                "o'neill@example.org",
                "jörg@müller.example",
                "me@localhost",
                "用户@例子.公司"
            })
    void acceptsOrdinaryAddresses(String text) {
        assertThat(Email.fault(text)).isEmpty();
        assertThat(new Email(text).typed()).isEqualTo(text.strip());
    }

    @Test
    void caseAndTheEncodingOfAccentsDoNotMatter() {
        assertThat(new Email("Anna@Example.ORG").key()).isEqualTo(new Email("anna@example.org").key());
        assertThat(new Email("J\u00f6rg@example.org").key()).isEqualTo("j\u00f6rg@example.org");
    }
}
