package movierec.server.identity;

import java.util.function.Consumer;
import movierec.server.http.Answer;
import movierec.server.http.Call;
import movierec.server.http.Endpoint;

/**
 * {@code POST /api/auth/resend} and {@code /api/auth/forgot}: mails a code. The answer says nothing about whether there is
 * such an account.
 */
public final class SendCode implements Endpoint {
    private final Consumer<String> send;

    /** @param send mails the code to the account of an e-mail address, if there is one */
    public SendCode(Consumer<String> send) {
        this.send = send;
    }

    @Override
    public Answer answer(Call call) {
        String email = Credentials.email(call.body());
        call.check();
        send.accept(email);
        return Answer.bytes(202, "", new byte[0]);
    }
}
