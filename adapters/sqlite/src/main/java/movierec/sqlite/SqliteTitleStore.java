package movierec.sqlite;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import movierec.title.Title;
import movierec.title.TitleId;
import movierec.title.TitleStore;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Titles as JSON documents in the table {@code titles}. */
public final class SqliteTitleStore implements TitleStore {
    private final SqliteDatabase database;

    public SqliteTitleStore(SqliteDatabase database) {
        this.database = database;
    }

    @Override
    public List<Title> all() {
        return database.read(handle -> handle.createQuery("""
                        SELECT document FROM titles ORDER BY media_type, tmdb_id
                        """)
                .map((row, context) -> Documents.read(row.getString(1), Title.class))
                .list());
    }

    @Override
    public Optional<Title> find(TitleId id) {
        return database.read(handle -> handle.createQuery("""
                        SELECT document FROM titles WHERE media_type = ? AND tmdb_id = ?
                        """)
                .bind(0, id.type().word())
                .bind(1, id.number())
                .map((row, context) -> Documents.read(row.getString(1), Title.class))
                .findOne());
    }

    @Override
    public void save(Collection<Title> titles) {
        if (titles.isEmpty()) {
            return;
        }
        database.write(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    INSERT INTO titles (media_type, tmdb_id, source, document) VALUES (?, ?, ?, ?)
                    ON CONFLICT (media_type, tmdb_id)
                    DO UPDATE SET source = excluded.source, document = excluded.document
                    """);
            for (Title title : titles) {
                batch.add(title.id().type().word(), title.id().number(), title.source(), Documents.write(title));
            }
            batch.execute();
            for (ListTable list : ListTable.values()) {
                list.dropFactsOfKnownTitles(handle);
            }
            return nextVersion(handle);
        });
    }

    @Override
    public int deleteBySource(String source) {
        return database.write(handle -> {
            int deleted = handle.execute("DELETE FROM titles WHERE source = ?", source);
            if (deleted > 0) {
                nextVersion(handle);
            }
            return deleted;
        });
    }

    @Override
    public long version() {
        return database.read(handle -> handle.createQuery("SELECT value FROM counters WHERE name = 'catalogue_version'")
                .mapTo(Long.class)
                .one());
    }

    private static int nextVersion(Handle handle) {
        return handle.execute("UPDATE counters SET value = value + 1 WHERE name = 'catalogue_version'");
    }
}
