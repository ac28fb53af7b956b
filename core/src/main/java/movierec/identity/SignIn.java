package movierec.identity;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import movierec.failure.Refusal;

/** Signs in with e-mail address and password, and slows down guessing. Thread-safe. */
final class SignIn {
    private static final int FREE_TRIES_PER_EMAIL = 5;
    private static final int FREE_TRIES_PER_ADDRESS = 50;
    private static final Duration FIRST_LOCK = Duration.ofSeconds(5);
    private static final Duration LONGEST_LOCK = Duration.ofMinutes(15);

    private final AccountStore accounts;
    private final Passwords passwords;
    private final Sessions sessions;
    private final TryLimiter triesByEmail;
    private final TryLimiter triesByAddress;

    SignIn(AccountStore accounts, Passwords passwords, Sessions sessions, InstantSource clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.triesByEmail = new TryLimiter(FREE_TRIES_PER_EMAIL, FIRST_LOCK, LONGEST_LOCK, clock);
        this.triesByAddress = new TryLimiter(FREE_TRIES_PER_ADDRESS, FIRST_LOCK, LONGEST_LOCK, clock);
    }

    IssuedTokens signIn(String email, String password, String clientAddress) {
        Email address = accept(email, password);
        refuseWhenLocked(address, clientAddress);
        Optional<Account> found = accounts.find(address);
        boolean matches = passwords.matches(password, found.map(Account::passwordHash));
        // Again, so that of many guesses sent at once those that end after the lock learn nothing.
        refuseWhenLocked(address, clientAddress);
        if (found.isEmpty() || !matches) {
            triesByEmail.count(address.key());
            triesByAddress.count(clientAddress);
            throw wrongCredentials();
        }
        triesByEmail.reset(address.key());
        if (!found.get().confirmed()) {
            throw new Refusal.Forbidden("unconfirmed", "This account is not confirmed yet");
        }
        return sessions.open(upgraded(found.get(), password));
    }

    /** A new password unlocks the address. */
    void unlock(Email email) {
        triesByEmail.reset(email.key());
    }

    static Refusal wrongCredentials() {
        return new Refusal.Unauthenticated("Incorrect username or password");
    }

    private static Email accept(String email, String password) {
        Faults faults = new Faults().email(email);
        if (password.isEmpty()) {
            faults.add("password", "is missing");
        } else if (password.length() > 2 * PasswordPolicy.MAX_LENGTH) {
            faults.add("password", "must have at most " + PasswordPolicy.MAX_LENGTH + " characters");
        }
        faults.refuse();
        return new Email(email);
    }

    private void refuseWhenLocked(Email email, String clientAddress) {
        triesByEmail.refuseWhenLocked(email.key());
        triesByAddress.refuseWhenLocked(clientAddress);
    }

    /** Hashes the password anew when the parameters have changed since. */
    private Account upgraded(Account account, String password) {
        if (!passwords.needsRehash(account)) {
            return account;
        }
        String better = passwords.hash(password);
        Account now = accounts.update(
                        account.userId(),
                        current -> current.passwordHash().equals(account.passwordHash())
                                ? current.withPasswordHash(better)
                                : current)
                .orElseThrow(SignIn::wrongCredentials);
        // Someone else was quicker: with the same upgrade, or with another password.
        if (!now.passwordHash().equals(better) && !passwords.matches(password, Optional.of(now.passwordHash()))) {
            throw wrongCredentials();
        }
        return now;
    }
}
