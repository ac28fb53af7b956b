package movierec.identity;

import java.time.Duration;

/**
 * What a sign-in or refresh gives to the client.
 *
 * @param expiresIn how long the access and ID tokens are valid
 */
public record IssuedTokens(String accessToken, String idToken, String refreshToken, Email email, Duration expiresIn) {
    /** Tokens never reach a log. */
    @Override
    public String toString() {
        return "IssuedTokens[expiresIn=" + expiresIn + "]";
    }
}
