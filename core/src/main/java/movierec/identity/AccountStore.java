package movierec.identity;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Keeps accounts and their profiles. Two accounts never share an {@link Email#key}. Thread-safe; what a method has
 * written when it returns survives a crash.
 */
public interface AccountStore {
    /**
     * Stores an account and its profile, both or neither.
     *
     * @param ifFirst stored instead when there is no account yet; decided atomically, so that of any number of
     *     simultaneous calls exactly one is the first
     * @return what was stored; empty when the e-mail address is taken
     */
    Optional<Account> create(Account account, Account ifFirst);

    Optional<Account> find(UserId userId);

    Optional<Account> find(Email email);

    /** The profile stored with the account. */
    Optional<Profile> profile(UserId userId);

    /** A page of all accounts, oldest first. */
    List<Account> list(int offset, int limit);

    /**
     * Reads, changes and writes an account in one transaction. The change keeps id, address and date of creation.
     *
     * @return the account as it now is; empty when there is none
     */
    Optional<Account> update(UserId userId, UnaryOperator<Account> change);

    /** Replaces the password's hash and ends every session of the account, both or neither. */
    void replacePassword(UserId userId, String passwordHash);
}
