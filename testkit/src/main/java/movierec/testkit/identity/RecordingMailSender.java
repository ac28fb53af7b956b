package movierec.testkit.identity;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import movierec.identity.Mail;
import movierec.identity.MailSender;

/** Keeps every mail instead of sending it. */
public final class RecordingMailSender implements MailSender {
    private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");

    private final List<Mail> sent = new CopyOnWriteArrayList<>();

    @Override
    public boolean canSend() {
        return true;
    }

    @Override
    public void send(Mail mail) {
        sent.add(mail);
    }

    public List<Mail> sent() {
        return List.copyOf(sent);
    }

    /** The code in the last mail to an address. */
    public String lastCode(String email) {
        Mail last = sent.reversed().stream()
                .filter(mail -> mail.to().typed().equals(email))
                .findFirst()
                .orElseThrow();
        Matcher matcher = CODE.matcher(last.text());
        if (!matcher.find()) {
            throw new AssertionError("No code in the mail: " + last.text());
        }
        return matcher.group();
    }
}
