package movierec.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import movierec.title.MediaType;
import movierec.title.TitleCheck;
import movierec.title.TitleCheckStore;
import movierec.title.TitleId;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Checks of titles in the table {@code title_checks}. */
public final class SqliteTitleCheckStore implements TitleCheckStore {
    private final SqliteDatabase database;

    public SqliteTitleCheckStore(SqliteDatabase database) {
        this.database = database;
    }

    @Override
    public List<TitleCheck> find(String source, Collection<TitleId> ids) {
        return database.read(handle -> {
            List<TitleCheck> found = new ArrayList<>();
            for (MediaType type : MediaType.values()) {
                found.addAll(handle.createQuery("""
                                SELECT tmdb_id, checked_at, etag, gone FROM title_checks
                                WHERE source = ? AND media_type = ? AND tmdb_id IN (SELECT value FROM json_each(?))
                                """)
                        .bind(0, source)
                        .bind(1, type.word())
                        .bind(2, TitleIds.numbers(ids, type))
                        .map((row, context) -> check(row, type, source))
                        .list());
            }
            return found;
        });
    }

    private static TitleCheck check(ResultSet row, MediaType type, String source) throws SQLException {
        return new TitleCheck(
                new TitleId(type, row.getInt("tmdb_id")),
                source,
                Moments.read(row.getLong("checked_at")),
                row.getString("etag"),
                row.getBoolean("gone"));
    }

    @Override
    public void save(Collection<TitleCheck> checks) {
        if (checks.isEmpty()) {
            return;
        }
        database.write(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    INSERT OR REPLACE INTO title_checks (source, media_type, tmdb_id, checked_at, etag, gone)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """);
            for (TitleCheck check : checks) {
                batch.add(
                        check.source(),
                        check.id().type().word(),
                        check.id().number(),
                        Moments.write(check.checkedAt()),
                        check.etag(),
                        check.gone());
            }
            return batch.execute().length;
        });
    }

    @Override
    public int deleteBySource(String source) {
        return database.write(handle -> handle.execute("DELETE FROM title_checks WHERE source = ?", source));
    }
}
