package movierec.smtp;

import java.time.Duration;
import movierec.failure.OutsideFailure;
import movierec.identity.Mail;
import movierec.identity.MailSender;
import org.simplejavamail.MailException;
import org.simplejavamail.api.email.Email;
import org.simplejavamail.api.mailer.Mailer;
import org.simplejavamail.email.EmailBuilder;
import org.simplejavamail.mailer.MailerBuilder;
import org.simplejavamail.mailer.internal.MailerRegularBuilderImpl;

/** Sends by an SMTP server, one connection for each mail. */
public final class SmtpMailSender implements MailSender {
    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private final SmtpServer server;
    private final Mailer mailer;

    public SmtpMailSender(SmtpServer server) {
        this(server, mailer(server).buildMailer());
    }

    SmtpMailSender(SmtpServer server, Mailer mailer) {
        this.server = server;
        this.mailer = mailer;
    }

    static MailerRegularBuilderImpl mailer(SmtpServer server) {
        MailerRegularBuilderImpl builder = MailerBuilder.withSMTPServer(server.host(), server.port())
                .withTransportStrategy(server.strategy())
                .withSessionTimeout((int) TIMEOUT.toMillis())
                // Addresses were checked when they came in.
                .clearEmailValidator();
        return server.user().isEmpty()
                ? builder
                : builder.withSMTPServerUsername(server.user()).withSMTPServerPassword(server.password());
    }

    @Override
    public boolean canSend() {
        return true;
    }

    @Override
    public void send(Mail mail) {
        Email email = EmailBuilder.startingBlank()
                .from("MovieRec", server.from().typed())
                .to(mail.to().typed())
                .withSubject(mail.subject())
                .withPlainText(mail.text())
                .buildEmail();
        boolean inBackground = false;
        try {
            mailer.sendMail(email, inBackground).join();
        } catch (MailException e) {
            throw new OutsideFailure(
                    "smtp", "cannot send mail by " + server + "; check SMTP_URL and the mail server", true, e);
        }
    }
}
