package movierec.identity;

import java.time.Instant;
import java.util.Optional;

/** Keeps the codes that were sent by mail: at most one per account and purpose. Thread-safe. */
public interface CodeStore {
    /** Stores a code instead of any earlier one. Does nothing when the account is gone. */
    void put(UserId userId, CodePurpose purpose, StoredCode code);

    /**
     * Takes one try from the code, atomically.
     *
     * @return the code as it is afterwards; empty when there is none, or no try was left
     */
    Optional<StoredCode> takeTry(UserId userId, CodePurpose purpose);

    /** Removes the code with this hash; true for exactly one caller. */
    boolean remove(UserId userId, CodePurpose purpose, String hash);

    /** A code as stored; {@code hash} made by {@link PasswordHasher}. */
    record StoredCode(String hash, Instant expiresAt, int triesLeft) {
        public StoredCode {
            expiresAt = Instant.ofEpochMilli(expiresAt.toEpochMilli());
        }
    }
}
