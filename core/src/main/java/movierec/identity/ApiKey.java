package movierec.identity;

import java.time.Instant;
import java.util.Set;
import movierec.failure.Refusal;

/**
 * An app client's key, without the secret.
 *
 * @param keyId public, short, without colon
 * @param lastUsedAt to the minute; {@link Instant#EPOCH} = never
 * @param revokedAt {@link Instant#EPOCH} = not revoked
 */
public record ApiKey(
        String keyId, String name, Set<Scope> scopes, Instant createdAt, Instant lastUsedAt, Instant revokedAt) {
    private static final int MAX_EXTERNAL_LENGTH = 64;

    public ApiKey {
        scopes = Set.copyOf(scopes);
        createdAt = Instant.ofEpochMilli(createdAt.toEpochMilli());
        lastUsedAt = Instant.ofEpochMilli(lastUsedAt.toEpochMilli());
        revokedAt = Instant.ofEpochMilli(revokedAt.toEpochMilli());
    }

    public boolean isRevoked() {
        return !revokedAt.equals(Instant.EPOCH);
    }

    /** Refuses what the key was not made for. */
    public void require(Scope scope) {
        if (!scopes.contains(scope)) {
            throw new Refusal.Forbidden("missing-scope", "This API key lacks the scope " + scope.word());
        }
    }

    /**
     * The user an app acts for. The key's id is part of it, so no app can name an account or another app's user.
     *
     * @param externalUserId the app's own id of its user
     */
    public UserId onBehalfOf(Scope scope, String externalUserId) {
        require(scope);
        if (!externalUserId.matches("[\\x21-\\x7e]{1," + MAX_EXTERNAL_LENGTH + "}")) {
            throw Refusal.Invalid.parameter(
                    "userId", "must be 1 to " + MAX_EXTERNAL_LENGTH + " visible ASCII characters without blanks");
        }
        return new UserId("app:" + keyId + ":" + externalUserId);
    }
}
