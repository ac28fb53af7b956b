package movierec.testkit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import movierec.identity.Email;
import movierec.identity.Mail;
import movierec.identity.MailSender;
import org.junit.jupiter.api.Test;

/** What every mail sender does. */
public abstract class MailSenderContract {
    protected abstract MailSender sender();

    /** Every mail that has arrived, in order; line ends as {@code \n}. */
    protected abstract List<Mail> arrived();

    @Test
    void aMailArrivesAsItWasWritten() {
        Mail first = new Mail(new Email("anna@example.org"), "Your code: 123456", "Grüße!\n\n    123456");
        Mail second = new Mail(new Email("ben+movies@example.org"), "Schöne Grüße", "Zweite");

        sender().send(first);
        sender().send(second);

        assertThat(sender().canSend()).isTrue();
        assertThat(arrived()).containsExactly(first, second);
    }
}
