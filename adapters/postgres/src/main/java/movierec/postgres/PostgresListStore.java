package movierec.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import movierec.title.ListKey;
import movierec.title.ListStore;
import movierec.title.SourceTerms;
import movierec.title.StoredList;

/** Lists of catalogue sources in the table {@code title_lists}. */
public final class PostgresListStore implements ListStore {
    private static final Comparator<StoredList> ORDER =
            Comparator.comparing((StoredList list) -> list.key().toString()).thenComparing(StoredList::source);

    private final PostgresDatabase database;
    private final InstantSource clock;

    /** @param clock tells when lists have reached their legal age */
    public PostgresListStore(PostgresDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<StoredList> all() {
        List<StoredList> lists = database.readMuch(handle ->
                handle.createQuery("""
                        SELECT category, scope, source, titles, fetched_at, expires_at FROM title_lists
                        """).map((row, context) -> list(row)).list());
        return lists.stream()
                .filter(list -> SourceTerms.maySay(list.source(), list.fetchedAt(), clock.instant()))
                .sorted(ORDER)
                .toList();
    }

    private static StoredList list(ResultSet row) throws SQLException {
        String key = Texts.read(row, 1) + "#" + row.getString(2);
        return new StoredList(
                ListKey.parse(key).orElseThrow(() -> PostgresDatabase.damaged("a list of the catalogue", key)),
                Texts.read(row, 3),
                TitleIds.parse(row.getString(4)),
                Moments.read(row.getLong(5)),
                Moments.read(row.getLong(6)));
    }

    @Override
    public void replace(StoredList list) {
        database.write(handle -> {
            CatalogueVersion.lock(handle);
            CatalogueVersion.increase(handle);
            return handle.execute(
                    """
                    INSERT INTO title_lists (category, scope, source, titles, fetched_at, expires_at)
                    VALUES (?, ?, ?, ?, ?, ?)
                    ON CONFLICT (category, scope, source) DO UPDATE
                    SET titles = excluded.titles, fetched_at = excluded.fetched_at, expires_at = excluded.expires_at
                    """,
                    list.key().category(),
                    list.key().scope().name().toLowerCase(Locale.ROOT),
                    list.source(),
                    TitleIds.text(list.titles()),
                    Moments.write(list.fetchedAt()),
                    Moments.write(list.expiresAt()));
        });
    }

    @Override
    public int deleteBySource(String source) {
        return database.write(handle -> {
            CatalogueVersion.lock(handle);
            int deleted = handle.execute("DELETE FROM title_lists WHERE source = ?", source);
            if (deleted > 0) {
                CatalogueVersion.increase(handle);
            }
            return deleted;
        });
    }
}
