package movierec.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import movierec.title.MediaType;
import movierec.title.TitleCheck;
import movierec.title.TitleCheckStore;
import movierec.title.TitleId;

/** Checks of titles in the table {@code title_checks}. */
public final class PostgresTitleCheckStore implements TitleCheckStore {
    private final PostgresDatabase database;

    public PostgresTitleCheckStore(PostgresDatabase database) {
        this.database = database;
    }

    @Override
    public List<TitleCheck> find(String source, Collection<TitleId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return database.readMuch(handle -> handle.createQuery("""
                        SELECT media_type, tmdb_id, checked_at, etag, gone FROM title_checks
                        WHERE source = :source AND media_type = 'movie' AND tmdb_id = ANY (:movies)
                           OR source = :source AND media_type = 'tv' AND tmdb_id = ANY (:shows)
                        """)
                .bind("source", source)
                .bind("movies", Columns.integers(TitleIds.numbers(ids, MediaType.MOVIE)))
                .bind("shows", Columns.integers(TitleIds.numbers(ids, MediaType.TV)))
                .map((row, context) -> check(row, source))
                .list());
    }

    private static TitleCheck check(ResultSet row, String source) throws SQLException {
        return new TitleCheck(
                TitleIds.of(row.getString(1), row.getInt(2)),
                source,
                Moments.read(row.getLong(3)),
                Texts.read(row, 4),
                row.getBoolean(5));
    }

    @Override
    public void save(Collection<TitleCheck> checks) {
        if (checks.isEmpty()) {
            return;
        }
        // Sorted, so that nodes which save the same checks do not wait for each other; one statement must not meet a
        // row
        // twice, and the last of two counts.
        TreeMap<TitleCheck, TitleCheck> last =
                new TreeMap<>(Comparator.comparing(TitleCheck::source).thenComparing(TitleCheck::id));
        checks.forEach(check -> last.merge(check, check, (before, later) -> later));
        List<TitleCheck> sorted = List.copyOf(last.values());
        database.writeMuch(handle -> handle.execute(
                """
                INSERT INTO title_checks (source, media_type, tmdb_id, checked_at, etag, gone)
                SELECT * FROM unnest(?, ?, ?, ?, ?, ?)
                ON CONFLICT (source, media_type, tmdb_id) DO UPDATE
                SET checked_at = excluded.checked_at, etag = excluded.etag, gone = excluded.gone
                """,
                Columns.texts(sorted, TitleCheck::source),
                Columns.texts(sorted, check -> check.id().type().word()),
                Columns.integers(sorted, check -> check.id().number()),
                Columns.longs(sorted, check -> Moments.write(check.checkedAt())),
                Columns.texts(sorted, TitleCheck::etag),
                Columns.booleans(sorted, TitleCheck::gone)));
    }

    @Override
    public int deleteBySource(String source) {
        return database.writeMuch(handle -> handle.execute("DELETE FROM title_checks WHERE source = ?", source));
    }
}
