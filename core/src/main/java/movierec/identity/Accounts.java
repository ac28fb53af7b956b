package movierec.identity;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import movierec.failure.Refusal;

/** Creates accounts, and what only an admin or the operator may do with them. Thread-safe. */
public final class Accounts {
    private final AccountStore store;
    private final Passwords passwords;
    private final Secrets secrets;
    private final InstantSource clock;

    public Accounts(AccountStore store, Passwords passwords, Secrets secrets, InstantSource clock) {
        this.store = store;
        this.passwords = passwords;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Creates an account that may sign in at once. The first account of all is an admin. */
    public Account create(String email, String password) {
        return create(email, password, Confirmation.AUTO);
    }

    Account create(String email, String password, Confirmation confirmation) {
        Email address = accept(email, password);
        // Looked up first because hashing is costly; the store decides, should two arrive together.
        if (store.find(address).isPresent()) {
            throw taken();
        }
        boolean confirmed = confirmation == Confirmation.AUTO;
        Account account =
                new Account(secrets.userId(), address, passwords.hash(password), Role.USER, confirmed, clock.instant());
        Account first = account.withRole(Role.ADMIN);
        // With confirmation by an admin, the first admin must be able to come in.
        Account ifFirst = confirmation == Confirmation.ADMIN ? first.asConfirmed() : first;
        return store.create(account, ifFirst).orElseThrow(Accounts::taken);
    }

    /** Makes an account an admin. */
    public Account promote(String email) {
        return update(email, account -> account.withRole(Role.ADMIN));
    }

    /** Lets a new account sign in. */
    public Account confirm(String email) {
        return update(email, Account::asConfirmed);
    }

    /** Sets a new password and ends every session: the way out where no mail can be sent. */
    public void setPassword(String email, String newPassword) {
        Email address = accept(email, newPassword);
        Account account = store.find(address).orElseThrow(Accounts::unknown);
        store.replacePassword(account.userId(), passwords.hash(newPassword));
    }

    /** A page of all accounts, oldest first. */
    public List<Account> list(int offset, int limit) {
        return store.list(offset, limit);
    }

    public Optional<Account> find(String email) {
        return Email.fault(email).isPresent() ? Optional.empty() : store.find(new Email(email));
    }

    public Profile profile(UserId userId) {
        return store.profile(userId).orElseThrow(Accounts::unknown);
    }

    private Email accept(String email, String newPassword) {
        Faults faults = new Faults();
        passwords.check(email, newPassword, faults);
        faults.refuse();
        return new Email(email);
    }

    private Account update(String email, UnaryOperator<Account> change) {
        Account account = find(email).orElseThrow(Accounts::unknown);
        return store.update(account.userId(), change).orElseThrow(Accounts::unknown);
    }

    private static Refusal taken() {
        return new Refusal.Conflict(
                "email-taken", "There is an account with this e-mail address already; please sign in instead");
    }

    private static Refusal unknown() {
        return new Refusal.NotFound("There is no such account");
    }
}
