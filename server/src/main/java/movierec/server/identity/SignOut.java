package movierec.server.identity;

import movierec.identity.IdentityProvider;
import movierec.server.http.Answer;
import movierec.server.http.Call;
import movierec.server.http.Endpoint;

/** {@code POST /api/auth/signout}: ends the session of a refresh token. */
public final class SignOut implements Endpoint {
    private final IdentityProvider identity;

    public SignOut(IdentityProvider identity) {
        this.identity = identity;
    }

    @Override
    public Answer answer(Call call) {
        String refreshToken = Credentials.refreshToken(call.body());
        call.check();
        identity.signOut(refreshToken);
        return Answer.noContent();
    }
}
