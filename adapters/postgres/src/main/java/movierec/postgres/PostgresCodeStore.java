package movierec.postgres;

import java.time.Instant;
import java.util.Optional;
import movierec.identity.CodePurpose;
import movierec.identity.CodeStore;
import movierec.identity.UserId;

/** Codes in the table {@code mailed_codes}. */
public final class PostgresCodeStore implements CodeStore {
    private final PostgresDatabase database;

    public PostgresCodeStore(PostgresDatabase database) {
        this.database = database;
    }

    @Override
    public void put(UserId userId, CodePurpose purpose, StoredCode code) {
        database.write(handle -> handle.execute(
                """
                INSERT INTO mailed_codes (sub, purpose, hash, expires_at, tries_left)
                SELECT sub, ?, ?, ?, ? FROM accounts WHERE sub = ? FOR KEY SHARE
                ON CONFLICT (sub, purpose) DO UPDATE
                SET hash = excluded.hash, expires_at = excluded.expires_at, tries_left = excluded.tries_left
                """, purpose.word(), code.hash(), code.expiresAt().toEpochMilli(), code.triesLeft(), userId.value()));
    }

    @Override
    public Optional<StoredCode> takeTry(UserId userId, CodePurpose purpose) {
        return database.write(handle -> handle.createQuery("""
                        UPDATE mailed_codes SET tries_left = tries_left - 1
                        WHERE sub = ? AND purpose = ? AND tries_left > 0
                        RETURNING hash, expires_at, tries_left
                        """)
                .bind(0, userId.value())
                .bind(1, purpose.word())
                .map((row, context) ->
                        new StoredCode(row.getString(1), Instant.ofEpochMilli(row.getLong(2)), row.getInt(3)))
                .findOne());
    }

    @Override
    public boolean remove(UserId userId, CodePurpose purpose, String hash) {
        return database.write(handle -> handle.execute(
                        "DELETE FROM mailed_codes WHERE sub = ? AND purpose = ? AND hash = ?",
                        userId.value(),
                        purpose.word(),
                        hash)
                == 1);
    }
}
