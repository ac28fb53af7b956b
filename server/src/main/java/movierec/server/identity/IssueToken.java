package movierec.server.identity;

import java.util.Map;
import movierec.failure.Refusal;
import movierec.identity.IdentityProvider;
import movierec.identity.IssuedTokens;
import movierec.server.http.Answer;
import movierec.server.http.Call;
import movierec.server.http.Endpoint;
import movierec.server.json.Parameters;

/**
 * {@code POST /api/auth/token}: the OAuth2 password and refresh_token grants, for first-party clients and the Authorize button
 * of the API documentation. Its errors have the shape of RFC 6749, 5.2, not that of our problems; only what RFC 6749 has no
 * word for, such as too many tries, stays a problem.
 */
public final class IssueToken implements Endpoint {
    private static final int MAX_LENGTH = 4_000;

    private final IdentityProvider identity;

    public IssueToken(IdentityProvider identity) {
        this.identity = identity;
    }

    @Override
    public Answer answer(Call call) {
        Parameters form = call.form();
        try {
            return grant(call, form);
        } catch (Refusal.Invalid invalid) {
            return error("invalid_request", invalid.reason());
        } catch (Refusal.Unauthenticated | Refusal.Forbidden refused) {
            return error("invalid_grant", refused.reason());
        }
    }

    private Answer grant(Call call, Parameters form) {
        String grantType = form.text("grant_type", MAX_LENGTH);
        return switch (grantType) {
            case "password" -> {
                String username = form.text("username", MAX_LENGTH);
                String password = form.text("password", MAX_LENGTH);
                call.check();
                yield granted(identity.signIn(username, password, call.clientAddress()));
            }
            case "refresh_token" -> {
                String refreshToken = form.text("refresh_token", MAX_LENGTH);
                call.check();
                yield granted(identity.refresh(refreshToken));
            }
            default -> {
                call.check();
                yield error("unsupported_grant_type", "grant_type must be password or refresh_token");
            }
        };
    }

    private static Answer granted(IssuedTokens tokens) {
        return Answer.ok(TokensJson.oauth(tokens));
    }

    private static Answer error(String code, String description) {
        return Answer.json(400, Map.of("error", code, "error_description", description));
    }
}
