package movierec.server.identity;

import movierec.identity.IdentityProvider;
import movierec.server.http.Answer;
import movierec.server.http.Call;
import movierec.server.http.Endpoint;

/** {@code POST /api/auth/refresh}: new tokens for a refresh token, which works once. */
public final class RefreshTokens implements Endpoint {
    private final IdentityProvider identity;

    public RefreshTokens(IdentityProvider identity) {
        this.identity = identity;
    }

    @Override
    public Answer answer(Call call) {
        String refreshToken = Credentials.refreshToken(call.body());
        call.check();
        return Answer.ok(TokensJson.signedIn(identity.refresh(refreshToken)));
    }
}
