package movierec.server.identity;

import movierec.identity.IdentityProvider;
import movierec.server.http.Answer;
import movierec.server.http.Call;
import movierec.server.http.Endpoint;
import movierec.server.json.Body;

/** {@code POST /api/auth/reset}: a new password for whoever holds the code that was mailed. */
public final class ResetPassword implements Endpoint {
    private final IdentityProvider identity;

    public ResetPassword(IdentityProvider identity) {
        this.identity = identity;
    }

    @Override
    public Answer answer(Call call) {
        Body body = call.body();
        String email = Credentials.email(body);
        String code = Credentials.code(body);
        String password = Credentials.password(body);
        call.check();
        identity.reset(email, code, password);
        return Answer.noContent();
    }
}
