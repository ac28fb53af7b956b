package movierec.server.identity;

import java.util.LinkedHashMap;
import java.util.Map;
import movierec.identity.IssuedTokens;

/** The two wire shapes of issued tokens. */
final class TokensJson {
    private TokensJson() {}

    /** As the JSON sign-in answers them. */
    static Map<String, Object> signedIn(IssuedTokens tokens) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("AccessToken", tokens.accessToken());
        fields.put("IdToken", tokens.idToken());
        fields.put("RefreshToken", tokens.refreshToken());
        fields.put("email", tokens.email().typed());
        fields.put("ExpiresIn", tokens.expiresIn().toSeconds());
        fields.put("TokenType", "Bearer");
        return fields;
    }

    /** As OAuth2 answers them (RFC 6749, 5.1). */
    static Map<String, Object> oauth(IssuedTokens tokens) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("access_token", tokens.accessToken());
        fields.put("token_type", "bearer");
        fields.put("expires_in", tokens.expiresIn().toSeconds());
        fields.put("refresh_token", tokens.refreshToken());
        return fields;
    }
}
