package movierec.sqlite;

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

/** Refresh tokens in the table {@code refresh_tokens}. */
public final class SqliteSessionStore implements SessionStore {
    private final SqliteDatabase database;

    public SqliteSessionStore(SqliteDatabase database) {
        this.database = database;
    }

    @Override
    public boolean open(RefreshToken first, Account account) {
        return database.write(handle -> {
            boolean unchanged = handle.createQuery(
                            "SELECT EXISTS (SELECT 1 FROM accounts WHERE sub = ? AND password_hash = ?)")
                    .bind(0, account.userId().value())
                    .bind(1, account.passwordHash())
                    .mapTo(Boolean.class)
                    .one();
            if (unchanged) {
                insert(handle, first);
            }
            return unchanged;
        });
    }

    @Override
    public Rotation rotate(String hash, String nextHash, Instant now, Instant nextExpiresAt) {
        return database.write(handle -> {
            Optional<Kept> kept = kept(handle, hash);
            if (kept.isEmpty() || !now.isBefore(kept.get().token().expiresAt())) {
                return new Rotation.Unknown();
            }
            RefreshToken shown = kept.get().token();
            if (kept.get().used()) {
                end(handle, shown.sessionId());
                return new Rotation.Reused();
            }
            handle.execute("UPDATE refresh_tokens SET used = 1 WHERE hash = ?", hash);
            RefreshToken next = new RefreshToken(nextHash, shown.sessionId(), shown.userId(), now, nextExpiresAt);
            insert(handle, next);
            return new Rotation.Rotated(next);
        });
    }

    @Override
    public boolean end(String hash) {
        return database.write(handle -> {
            Optional<Kept> kept = kept(handle, hash);
            kept.ifPresent(found -> end(handle, found.token().sessionId()));
            return kept.isPresent();
        });
    }

    @Override
    public int endAll(UserId userId) {
        return database.write(handle -> endAll(handle, userId));
    }

    @Override
    public Optional<VerifiedUser> user(String sessionId) {
        return database.read(handle -> handle.createQuery("""
                        SELECT sub, role FROM refresh_tokens JOIN accounts USING (sub) WHERE session_id = ? LIMIT 1
                        """)
                .bind(0, sessionId)
                .map((row, context) -> new VerifiedUser(new UserId(row.getString(1)), Role.of(row.getString(2))))
                .findOne());
    }

    @Override
    public int deleteExpired(Instant moment) {
        return database.write(
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
                VALUES (?, ?, ?, ?, ?, 0)
                """,
                token.hash(),
                token.sessionId(),
                token.userId().value(),
                token.issuedAt().toEpochMilli(),
                token.expiresAt().toEpochMilli());
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
                new UserId(row.getString(3)),
                Instant.ofEpochMilli(row.getLong(4)),
                Instant.ofEpochMilli(row.getLong(5)));
        return new Kept(token, row.getBoolean(6));
    }

    private record Kept(RefreshToken token, boolean used) {}
}
