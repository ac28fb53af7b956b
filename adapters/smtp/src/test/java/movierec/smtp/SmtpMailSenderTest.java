package movierec.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import movierec.failure.OutsideFailure;
import movierec.identity.Email;
import movierec.identity.Mail;
import movierec.identity.MailSender;
import movierec.testkit.identity.MailSenderContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SmtpMailSenderTest extends MailSenderContract {
    private static final Mail MAIL = new Mail(new Email("anna@example.org"), "Your code", "123456");

    private final GreenMail greenMail = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
    });

    @BeforeEach
    void start() {
        greenMail.start();
    }

    @AfterEach
    void stop() {
        greenMail.stop();
    }

    @Override
    protected MailSender sender() {
        return new SmtpMailSender(SmtpServer.of(plainUrl("")));
    }

    @Override
    protected List<Mail> arrived() {
        try {
            List<Mail> mails = new ArrayList<>();
            for (MimeMessage message : greenMail.getReceivedMessages()) {
                Address to = message.getAllRecipients()[0];
                String text = message.getContent().toString().replace("\r\n", "\n");
                mails.add(new Mail(new Email(to.toString()), message.getSubject(), text));
            }
            return mails;
        } catch (MessagingException | IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void failsInWordsWhenNobodyListens() {
        String url = plainUrl("");
        greenMail.stop();

        assertThatThrownBy(() -> new SmtpMailSender(SmtpServer.of(url)).send(MAIL))
                .isInstanceOfSatisfying(OutsideFailure.class, failure -> {
                    assertThat(failure.retryable()).isTrue();
                    assertThat(failure).hasMessageContaining("SMTP_URL");
                });
    }

    @Test
    void failsWithAWrongPassword() {
        greenMail.setUser("movies@example.org", "movies", "right");

        assertThatThrownBy(() -> new SmtpMailSender(SmtpServer.of(plainUrl("movies:wrong@"))).send(MAIL))
                .isInstanceOf(OutsideFailure.class)
                .hasMessageNotContaining("wrong");
    }

    @Test
    void doesNotTrustAServerThatCannotProveWhoItIs() {
        String url = "smtps://127.0.0.1:" + greenMail.getSmtps().getPort();

        assertThatThrownBy(() -> new SmtpMailSender(SmtpServer.of(url)).send(MAIL))
                .isInstanceOf(OutsideFailure.class);
    }

    @Test
    void signsInToTheServer() {
        greenMail.setUser("movies@example.org", "movies", "p@ss:word/1");

        new SmtpMailSender(SmtpServer.of(plainUrl("movies:p%40ss%3Aword%2F1@"))).send(MAIL);

        assertThat(arrived()).containsExactly(MAIL);
    }

    @Test
    void sendsEncryptedFromTheFirstByte() {
        SmtpServer server =
                SmtpServer.of("smtps://127.0.0.1:" + greenMail.getSmtps().getPort());

        // The server of the test signs its certificate itself.
        new SmtpMailSender(
                        server,
                        SmtpMailSender.mailer(server)
                                .trustingAllHosts(true)
                                .verifyingServerIdentity(false)
                                .buildMailer())
                .send(MAIL);

        assertThat(arrived()).containsExactly(MAIL);
    }

    @Test
    void namesTheSender() throws MessagingException {
        new SmtpMailSender(SmtpServer.of(plainUrl("") + "?from=movies@example.org")).send(MAIL);

        assertThat(greenMail.getReceivedMessages()[0].getFrom()[0]).hasToString("MovieRec <movies@example.org>");
    }

    private String plainUrl(String userInfo) {
        return "smtp://" + userInfo + "127.0.0.1:" + greenMail.getSmtp().getPort();
    }
}
