package movierec.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import movierec.failure.OutsideFailure;
import movierec.title.ListKey;
import movierec.title.ListStore;
import movierec.title.SourceTerms;
import movierec.title.StoredList;

/** Lists of catalogue sources in the table {@code title_lists}. */
public final class SqliteListStore implements ListStore {
    private static final Comparator<StoredList> ORDER =
            Comparator.comparing((StoredList list) -> list.key().toString()).thenComparing(StoredList::source);

    private final SqliteDatabase database;
    private final InstantSource clock;

    /** @param clock tells when lists have reached their legal age */
    public SqliteListStore(SqliteDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<StoredList> all() {
        List<StoredList> lists = database.read(handle ->
                handle.createQuery("""
                        SELECT category, scope, source, titles, fetched_at, expires_at FROM title_lists
                        """).map((row, context) -> list(row)).list());
        return lists.stream()
                .filter(list -> SourceTerms.maySay(list.source(), list.fetchedAt(), clock.instant()))
                .sorted(ORDER)
                .toList();
    }

    private static StoredList list(ResultSet row) throws SQLException {
        String key = row.getString("category") + "#" + row.getString("scope");
        return new StoredList(
                ListKey.parse(key).orElseThrow(() -> damaged(key)),
                row.getString("source"),
                TitleIds.parse(row.getString("titles")),
                Moments.read(row.getLong("fetched_at")),
                Moments.read(row.getLong("expires_at")));
    }

    private static OutsideFailure damaged(String key) {
        return new OutsideFailure(
                "sqlite", "a list of the catalogue is damaged", false, new IllegalStateException("no list: " + key));
    }

    @Override
    public void replace(StoredList list) {
        database.write(handle -> {
            CatalogueVersion.increase(handle);
            return handle.execute(
                    """
                    INSERT OR REPLACE INTO title_lists (category, scope, source, titles, fetched_at, expires_at)
                    VALUES (?, ?, ?, ?, ?, ?)
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
            int deleted = handle.execute("DELETE FROM title_lists WHERE source = ?", source);
            if (deleted > 0) {
                CatalogueVersion.increase(handle);
            }
            return deleted;
        });
    }
}
