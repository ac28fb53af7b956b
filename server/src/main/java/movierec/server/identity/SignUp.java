package movierec.server.identity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import movierec.app.People;
import movierec.failure.Refusal;
import movierec.identity.IdentityProvider.SignedUp;
import movierec.server.http.Answer;
import movierec.server.http.Call;
import movierec.server.http.Endpoint;
import movierec.server.json.Body;

/** {@code POST /api/auth/signup}: creates an account, or confirms one when a code is sent instead of a password. */
public final class SignUp implements Endpoint {
    private final People people;
    private final boolean open;

    /** @param open whether strangers may create accounts; the first account of all may always be created */
    public SignUp(People people, boolean open) {
        this.people = people;
        this.open = open;
    }

    @Override
    public Answer answer(Call call) {
        Body body = call.body();
        String email = Credentials.email(body);
        if (body.has("code")) {
            String code = Credentials.code(body);
            call.check();
            people.identity().confirm(email, code);
            return Answer.ok(Map.of("email", email.strip(), "confirmed", true));
        }
        String password = Credentials.password(body);
        call.check();
        if (!open && !people.accounts().list(0, 1).isEmpty()) {
            throw new Refusal.Forbidden("registration-closed", "This server does not take new accounts");
        }
        SignedUp signedUp = people.identity().signUp(email, password);
        ObjectNode account = AccountJson.of(signedUp.profile(), signedUp.role());
        return Answer.created(account.put("confirmed", signedUp.confirmed()));
    }
}
