package movierec.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import movierec.identity.Account;
import movierec.identity.AccountStore;
import movierec.identity.Email;
import movierec.identity.Profile;
import movierec.identity.Role;
import movierec.identity.UserId;
import org.jdbi.v3.core.Handle;

/** Accounts in the table {@code accounts}, profiles in {@code user_profiles}. */
public final class PostgresAccountStore implements AccountStore {
    private static final String COLUMNS =
            "SELECT sub, email, password_hash, role, confirmed, created_at FROM accounts ";

    private final PostgresDatabase database;

    public PostgresAccountStore(PostgresDatabase database) {
        this.database = database;
    }

    @Override
    public Optional<Account> create(Account account, Account ifFirst) {
        return database.write(handle -> {
            Account stored = isFirst(handle) ? ifFirst : account;
            if (!insert(handle, stored)) {
                return Optional.empty();
            }
            handle.execute(
                    "INSERT INTO user_profiles (sub, email, created_at) VALUES (?, ?, ?)",
                    stored.userId().value(),
                    stored.email().typed(),
                    stored.createdAt().toEpochMilli());
            return Optional.of(stored);
        });
    }

    /** While there is no account yet, sign-ups come one after the other: only one of them finds none. */
    private static boolean isFirst(Handle handle) {
        if (isEmpty(handle)) {
            handle.execute("LOCK TABLE accounts IN SHARE ROW EXCLUSIVE MODE");
            return isEmpty(handle);
        }
        return false;
    }

    private static boolean isEmpty(Handle handle) {
        return handle.createQuery("SELECT NOT EXISTS (SELECT 1 FROM accounts)")
                .mapTo(Boolean.class)
                .one();
    }

    private static boolean insert(Handle handle, Account account) {
        int inserted = handle.execute(
                """
                INSERT INTO accounts (sub, email, email_key, password_hash, role, confirmed, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (email_key) DO NOTHING
                """,
                account.userId().value(),
                account.email().typed(),
                account.email().key(),
                account.passwordHash(),
                account.role().word(),
                account.confirmed(),
                account.createdAt().toEpochMilli());
        return inserted == 1;
    }

    @Override
    public Optional<Account> find(UserId userId) {
        return database.read(handle -> query(handle, "WHERE sub = ?", userId.value()));
    }

    @Override
    public Optional<Account> find(Email email) {
        return database.read(handle -> query(handle, "WHERE email_key = ?", email.key()));
    }

    @Override
    public Optional<Profile> profile(UserId userId) {
        return database.read(handle -> handle.createQuery("SELECT email, created_at FROM user_profiles WHERE sub = ?")
                .bind(0, userId.value())
                .map((row, context) ->
                        new Profile(userId, new Email(Texts.read(row, 1)), Instant.ofEpochMilli(row.getLong(2))))
                .findOne());
    }

    @Override
    public List<Account> list(int offset, int limit) {
        return database.read(handle -> handle.createQuery(COLUMNS + "ORDER BY id LIMIT ? OFFSET ?")
                .bind(0, limit)
                .bind(1, offset)
                .map((row, context) -> account(row))
                .list());
    }

    @Override
    public Optional<Account> update(UserId userId, UnaryOperator<Account> change) {
        return database.write(handle -> {
            Optional<Account> changed = query(handle, "WHERE sub = ? FOR NO KEY UPDATE", userId.value())
                    .map(change);
            changed.ifPresent(account -> handle.execute(
                    "UPDATE accounts SET password_hash = ?, role = ?, confirmed = ? WHERE sub = ?",
                    account.passwordHash(),
                    account.role().word(),
                    account.confirmed(),
                    userId.value()));
            return changed;
        });
    }

    @Override
    public void replacePassword(UserId userId, String passwordHash) {
        database.write(handle -> {
            handle.execute("UPDATE accounts SET password_hash = ? WHERE sub = ?", passwordHash, userId.value());
            return PostgresSessionStore.endAll(handle, userId);
        });
    }

    private static Optional<Account> query(Handle handle, String where, String value) {
        return handle.createQuery(COLUMNS + where)
                .bind(0, value)
                .map((row, context) -> account(row))
                .findOne();
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                new UserId(Texts.read(row, 1)),
                new Email(Texts.read(row, 2)),
                row.getString(3),
                Role.of(row.getString(4)),
                row.getBoolean(5),
                Instant.ofEpochMilli(row.getLong(6)));
    }
}
