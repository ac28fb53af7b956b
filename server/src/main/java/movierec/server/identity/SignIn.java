package movierec.server.identity;

import movierec.identity.IdentityProvider;
import movierec.server.http.Answer;
import movierec.server.http.Call;
import movierec.server.http.Endpoint;
import movierec.server.json.Body;

/** {@code POST /api/auth/signin}: tokens for an e-mail address and its password. */
public final class SignIn implements Endpoint {
    private final IdentityProvider identity;

    public SignIn(IdentityProvider identity) {
        this.identity = identity;
    }

    @Override
    public Answer answer(Call call) {
        Body body = call.body();
        String email = Credentials.email(body);
        String password = Credentials.password(body);
        call.check();
        return Answer.ok(TokensJson.signedIn(identity.signIn(email, password, call.clientAddress())));
    }
}
