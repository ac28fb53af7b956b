package movierec.identity;

import movierec.failure.Refusal;

/** Sends mail. Thread-safe. */
public interface MailSender {
    /** Stands for "no mail server is set". */
    MailSender NONE = new MailSender() {
        @Override
        public boolean canSend() {
            return false;
        }

        @Override
        public void send(Mail mail) {
            throw new Refusal.Conflict(
                    "mail-not-set-up", "This server cannot send mail; please ask whoever runs it for help");
        }
    };

    /** Whether there is a mail server to send by. */
    boolean canSend();

    /** Hands a mail to the mail server; it was accepted there when this returns. */
    void send(Mail mail);
}
