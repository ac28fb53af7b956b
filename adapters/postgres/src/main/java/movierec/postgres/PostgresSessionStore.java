package movierec.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import movierec.identity.Account;
import movierec.identity.RefreshToken;
import movierec.identity.Role;
import movierec.identity.SessionStore;
import movierec.identity.UserId;
import movierec.identity.VerifiedUser;
import org.jdbi.v3.core.Handle;

/**
 * Refresh tokens in the table {@code refresh_tokens}. Whoever changes tokens locks the row of their account first: so the
 * changes of one account come one after the other, and none misses a token that is just being added.
 */
public final class PostgresSessionStore implements SessionStore {
    private final PostgresDatabase database;

    public PostgresSessionStore(PostgresDatabase database) {
        this.database = database;
    }

    @Override
    public boolean open(RefreshToken first, Account account) {
        return database.write(handle -> {
            boolean unchanged = handle.createQuery(
                            "SELECT true FROM accounts WHERE sub = ? AND password_hash = ? FOR NO KEY UPDATE")
                    .bind(0, account.userId().value())
                    .bind(1, account.passwordHash())
                    .mapTo(Boolean.class)
                    .findOne()
                    .orElse(false);
            if (unchanged) {
                insert(handle, first);
            }
            return unchanged;
        });
    }

    @Override
    public Rotation rotate(String hash, String nextHash, Instant now, Instant nextExpiresAt) {
        return database.write(handle -> {
            lockAccount(handle, hash);
            Optional<Kept> kept = kept(handle, hash);
            if (kept.isEmpty() || !now.isBefore(kept.get().token().expiresAt())) {
                return new Rotation.Unknown();
            }
            RefreshToken shown = kept.get().token();
            if (kept.get().used()) {
                end(handle, shown.sessionId());
                return new Rotation.Reused();
            }
            handle.execute("UPDATE refresh_tokens SET used = true WHERE hash = ?", hash);
            RefreshToken next = new RefreshToken(nextHash, shown.sessionId(), shown.userId(), now, nextExpiresAt);
            insert(handle, next);
            return new Rotation.Rotated(next);
        });
    }

    @Override
    public boolean end(String hash) {
        return database.write(handle -> {
            lockAccount(handle, hash);
            Optional<Kept> kept = kept(handle, hash);
            kept.ifPresent(found -> end(handle, found.token().sessionId()));
            return kept.isPresent();
        });
    }

    @Override
    public int endAll(UserId userId) {
        return database.write(handle -> {
            handle.execute("SELECT 1 FROM accounts WHERE sub = ? FOR NO KEY UPDATE", userId.value());
            return endAll(handle, userId);
        });
    }

    @Override
    public Optional<VerifiedUser> user(String sessionId) {
        return database.read(handle -> handle.createQuery("""
                        SELECT sub, role FROM refresh_tokens JOIN accounts USING (sub) WHERE session_id = ? LIMIT 1
                        """)
                .bind(0, sessionId)
                .map((row, context) -> new VerifiedUser(new UserId(Texts.read(row, 1)), Role.of(row.getString(2))))
                .findOne());
    }

    @Override
    public int deleteExpired(Instant moment) {
        return database.writeMuch(
                handle -> handle.execute("DELETE FROM refresh_tokens WHERE expires_at < ?", moment.toEpochMilli()));
    }

    static int endAll(Handle handle, UserId userId) {
        return handle.execute("DELETE FROM refresh_tokens WHERE sub = ?", userId.value());
    }

    private static void end(Handle handle, String sessionId) {
        handle.execute("DELETE FROM refresh_tokens WHERE session_id = ?", sessionId);
    }

    private static void insert(Handle handle, RefreshToken token) {
        handle.execute(
                """
                INSERT INTO refresh_tokens (hash, session_id, sub, issued_at, expires_at, used)
                VALUES (?, ?, ?, ?, ?, false)
                """,
                token.hash(),
                token.sessionId(),
                token.userId().value(),
                token.issuedAt().toEpochMilli(),
                token.expiresAt().toEpochMilli());
    }

    /** The account that a token belongs to, if there is such a token. */
    private static void lockAccount(Handle handle, String hash) {
        handle.execute("""
                SELECT 1 FROM accounts WHERE sub = (SELECT sub FROM refresh_tokens WHERE hash = ?) FOR NO KEY UPDATE
                """, hash);
    }

    private static Optional<Kept> kept(Handle handle, String hash) {
        return handle.createQuery(
                        "SELECT hash, session_id, sub, issued_at, expires_at, used FROM refresh_tokens WHERE hash = ?")
                .bind(0, hash)
                .map((row, context) -> kept(row))
                .findOne();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        RefreshToken token = new RefreshToken(
                row.getString(1),
                row.getString(2),
                new UserId(Texts.read(row, 3)),
                Instant.ofEpochMilli(row.getLong(4)),
                Instant.ofEpochMilli(row.getLong(5)));
        return new Kept(token, row.getBoolean(6));
    }

    private record Kept(RefreshToken token, boolean used) {}
}
