package movierec.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import movierec.identity.Email;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.simplejavamail.api.mailer.config.TransportStrategy;

final class SmtpServerTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mail.example.org",
                "http://mail.example.org",
                "smtp://",
                "smtp:mail.example.org",
                "smtp://user:s e c r e t@mail.example.org",
                "smtp://user:secret@mail.example.org?fron=a@example.org",
                "smtp://mail.example.org?from=nobody"
            })
    void refusesOtherUrlsWithoutRepeatingThePassword(String url) {
        assertThatThrownBy(() -> SmtpServer.of(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SMTP_URL")
                .hasMessageNotContainingAny("secret", "s e c r e t")
                .hasNoCause();
    }

    @Test
    void neverPrintsThePassword() {
        assertThat(SmtpServer.of("smtp://user:secret@mail.example.org")).hasToString("smtp://mail.example.org:587");
    }

    @Test
    void readsEveryPart() {
        SmtpServer server = SmtpServer.of("smtps://me%40example.org:a%2Bb+c@mail.example.org:2465?from=x@example.org");

        assertThat(server)
                .isEqualTo(new SmtpServer(
                        true, "mail.example.org", 2465, "me@example.org", "a+b+c", new Email("x@example.org")));
    }

    @Test
    void fillsInPortAndSender() {
        assertThat(SmtpServer.of("smtps://mail.example.org").port()).isEqualTo(465);
        assertThat(SmtpServer.of("smtp://mail.example.org").port()).isEqualTo(25);
        assertThat(SmtpServer.of("smtp://u:p@mail.example.org").port()).isEqualTo(587);
        assertThat(SmtpServer.of("smtp://me%40example.org:p@mail.example.org").from())
                .isEqualTo(new Email("me@example.org"));
        assertThat(SmtpServer.of("smtp://u:p@mail.example.org").from())
                .isEqualTo(new Email("movierec@mail.example.org"));
        assertThat(SmtpServer.of("smtp://relay").from()).isEqualTo(new Email("movierec@localhost"));
    }

    @Test
    void aPasswordCrossesTheNetworkEncryptedOnly() {
        assertThat(SmtpServer.of("smtp://u:p@mail.example.org").strategy()).isEqualTo(TransportStrategy.SMTP_TLS);
        assertThat(SmtpServer.of("smtps://u:p@mail.example.org").strategy()).isEqualTo(TransportStrategy.SMTPS);
        assertThat(SmtpServer.of("smtp://u:p@127.0.0.1").strategy()).isEqualTo(TransportStrategy.SMTP);
        assertThat(SmtpServer.of("smtp://u:p@[::1]").strategy()).isEqualTo(TransportStrategy.SMTP);
        assertThat(SmtpServer.of("smtp://relay").strategy()).isEqualTo(TransportStrategy.SMTP);
    }
}
