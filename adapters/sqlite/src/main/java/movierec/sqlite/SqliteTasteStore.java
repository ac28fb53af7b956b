package movierec.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import movierec.identity.UserId;
import movierec.taste.Preferences;
import movierec.taste.StoredPreferences;
import movierec.taste.Taste;
import movierec.taste.TasteStore;
import org.jdbi.v3.core.Handle;

/** A user's taste from the tables of events, served lists and preferences. */
public final class SqliteTasteStore implements TasteStore {
    private final SqliteDatabase database;

    public SqliteTasteStore(SqliteDatabase database) {
        this.database = database;
    }

    @Override
    public Taste load(UserId user, Instant servedSince) {
        return database.read(handle -> {
            VersionAndPreferences known = versionAndPreferences(handle, user);
            return new Taste(
                    user,
                    known.version(),
                    known.preferences(),
                    EventTable.taste(handle, user),
                    ServedTable.since(handle, user, servedSince, Taste.MAX_SERVED));
        });
    }

    @Override
    public long version(UserId user) {
        return database.read(handle -> PreparedStatements.query(
                handle,
                "SELECT version FROM user_versions WHERE user_id = ?",
                row -> row.next() ? row.getLong(1) : 0L,
                user.value()));
    }

    @Override
    public StoredPreferences preferences(UserId user) {
        return database.read(handle -> preferences(handle, user));
    }

    @Override
    public StoredPreferences update(UserId user, Instant at, Function<StoredPreferences, Preferences> change) {
        return database.write(handle -> {
            StoredPreferences current = preferences(handle, user);
            StoredPreferences changed = new StoredPreferences(
                    change.apply(current), current.revision() + 1, Instant.ofEpochMilli(at.toEpochMilli()));
            handle.execute(
                    """
                    INSERT INTO user_preferences (user_id, preferences, revision, updated_at) VALUES (?, ?, ?, ?)
                    ON CONFLICT (user_id) DO UPDATE
                    SET preferences = excluded.preferences, revision = excluded.revision,
                        updated_at = excluded.updated_at
                    """,
                    user.value(),
                    Documents.write(changed.preferences()),
                    changed.revision(),
                    changed.updatedAt().toEpochMilli());
            UserVersions.increase(handle, user);
            return changed;
        });
    }

    @Override
    public Map<String, Long> favouriteGenres() {
        return database.read(handle -> {
            Map<String, Long> users = new HashMap<>();
            handle.createQuery("""
                            SELECT genre.value, count(DISTINCT user_id)
                            FROM user_preferences, json_each(preferences, '$.favoriteGenres') AS genre
                            GROUP BY genre.value
                            """)
                    .map((row, context) -> users.put(row.getString(1), row.getLong(2)))
                    .list();
            return users;
        });
    }

    static StoredPreferences preferences(Handle handle, UserId user) {
        return handle.createQuery("""
                        SELECT preferences, revision, updated_at FROM user_preferences WHERE user_id = ?
                        """)
                .bind(0, user.value())
                .map((row, context) -> new StoredPreferences(
                        Documents.read(row.getString(1), Preferences.class),
                        row.getLong(2),
                        Instant.ofEpochMilli(row.getLong(3))))
                .findOne()
                .orElse(StoredPreferences.NEVER);
    }

    private static VersionAndPreferences versionAndPreferences(Handle handle, UserId user) throws SQLException {
        String sql = """
                SELECT version, preferences FROM user_versions LEFT JOIN user_preferences USING (user_id)
                WHERE user_id = ?
                """;
        return PreparedStatements.query(handle, sql, VersionAndPreferences::of, user.value());
    }

    private record VersionAndPreferences(long version, Preferences preferences) {
        static final VersionAndPreferences UNKNOWN = new VersionAndPreferences(0, Preferences.DEFAULTS);

        static VersionAndPreferences of(ResultSet row) throws SQLException {
            if (!row.next()) {
                return UNKNOWN;
            }
            String json = row.getString(2); // null where the join found nothing
            return new VersionAndPreferences(
                    row.getLong(1), json == null ? Preferences.DEFAULTS : Documents.read(json, Preferences.class));
        }
    }
}
