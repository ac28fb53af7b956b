package movierec.identity;

import java.time.Instant;

/** What the API tells about an account; stored together with it. */
public record Profile(UserId userId, Email email, Instant createdAt) {}
