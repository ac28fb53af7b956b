package movierec.identity;

import java.time.Instant;
import java.util.Optional;

/**
 * Keeps the refresh tokens of every session. A session exists as long as any of its tokens is kept; used tokens are kept
 * until they expire, so that their reuse is noticed. Thread-safe; every method is one transaction.
 */
public interface SessionStore {
    /**
     * Opens a session with its first token.
     *
     * @param account whose session it is, as it was when its password was checked
     * @return false, storing nothing, when the account is gone or has another password hash by now
     */
    boolean open(RefreshToken first, Account account);

    /**
     * Uses a token up and stores its successor in the same session. Of any number of simultaneous calls for one token
     * exactly one is {@link Rotation.Rotated}. Reuse ends the session.
     *
     * @param hash of the token shown
     * @param nextHash of its successor, valid from {@code now} until {@code nextExpiresAt}
     */
    Rotation rotate(String hash, String nextHash, Instant now, Instant nextExpiresAt);

    /** Ends the session that a token belongs to, used or not; false when there is none. */
    boolean end(String hash);

    /** Ends every session of an account and returns how many tokens were forgotten. */
    int endAll(UserId userId);

    /** Whose session it is, with the account's present role; empty when it has ended or the account is gone. */
    Optional<VerifiedUser> user(String sessionId);

    /** Forgets tokens that expired before the given moment and returns how many. */
    int deleteExpired(Instant moment);

    /** How an attempt to use a token up ended. */
    sealed interface Rotation {
        record Rotated(RefreshToken next) implements Rotation {}

        /** It had been used before: someone has a copy. The session was ended. */
        record Reused() implements Rotation {}

        /** Never issued, expired, or its session has ended. */
        record Unknown() implements Rotation {}
    }
}
