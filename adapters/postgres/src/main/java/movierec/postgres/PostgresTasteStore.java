package movierec.postgres;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import movierec.identity.UserId;
import movierec.taste.Preferences;
import movierec.taste.StoredPreferences;
import movierec.taste.Taste;
import movierec.taste.TasteStore;
import org.jdbi.v3.core.Handle;

/** A user's taste from the tables of events, served lists and preferences. */
public final class PostgresTasteStore implements TasteStore {
    private final PostgresDatabase database;

    public PostgresTasteStore(PostgresDatabase database) {
        this.database = database;
    }

    @Override
    public Taste load(UserId user, Instant servedSince) {
        return database.read(handle -> TasteQuery.load(handle, user, servedSince));
    }

    @Override
    public long version(UserId user) {
        return database.read(handle -> handle.createQuery("SELECT version FROM user_versions WHERE user_id = ?")
                .bind(0, user.value())
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
    }

    @Override
    public StoredPreferences preferences(UserId user) {
        return database.read(handle -> preferences(handle, user));
    }

    @Override
    public StoredPreferences update(UserId user, Instant at, Function<StoredPreferences, Preferences> change) {
        return database.write(handle -> {
            UserVersions.lock(handle, user);
            StoredPreferences current = preferences(handle, user);
            StoredPreferences changed = new StoredPreferences(
                    change.apply(current), current.revision() + 1, Instant.ofEpochMilli(at.toEpochMilli()));
            store(handle, user, changed);
            UserVersions.increase(handle, user);
            return changed;
        });
    }

    private static void store(Handle handle, UserId user, StoredPreferences stored) {
        List<String> genres =
                stored.preferences().favoriteGenres().stream().distinct().toList();
        handle.execute(
                """
                INSERT INTO user_preferences (user_id, preferences, favourite_genres, revision, updated_at)
                VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (user_id) DO UPDATE
                SET preferences = excluded.preferences, favourite_genres = excluded.favourite_genres,
                    revision = excluded.revision, updated_at = excluded.updated_at
                """,
                user.value(),
                Documents.write(stored.preferences()),
                Columns.texts(genres),
                stored.revision(),
                stored.updatedAt().toEpochMilli());
    }

    @Override
    public Map<String, Long> favouriteGenres() {
        return database.readMuch(handle -> {
            Map<String, Long> users = new HashMap<>();
            handle.createQuery("""
                            SELECT genre, count(*) FROM user_preferences, unnest(favourite_genres) AS genre GROUP BY genre
                            """)
                    .map((row, context) -> users.put(Texts.read(row, 1), row.getLong(2)))
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
}
