package movierec.identity;

import java.time.Instant;

/**
 * What an access token says.
 *
 * @param tokenId different for every access token
 * @param sessionId the session it was issued in
 * @param role the role at the time of issue, for other services; here the account's present role counts
 */
public record AccessClaims(
        UserId userId, String tokenId, String sessionId, Role role, Instant issuedAt, Instant expiresAt) {}
