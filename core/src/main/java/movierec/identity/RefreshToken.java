package movierec.identity;

import java.time.Instant;

/**
 * A refresh token as stored: its hash only.
 *
 * @param hash {@link Secrets#hash} of the token
 * @param sessionId the session it continues; all tokens rotated from one sign-in share it
 */
public record RefreshToken(String hash, String sessionId, UserId userId, Instant issuedAt, Instant expiresAt) {
    public RefreshToken {
        issuedAt = Instant.ofEpochMilli(issuedAt.toEpochMilli());
        expiresAt = Instant.ofEpochMilli(expiresAt.toEpochMilli());
    }
}
