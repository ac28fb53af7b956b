package movierec.sqlite;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import movierec.title.MediaType;
import movierec.title.SourceTerms;
import movierec.title.Title;
import movierec.title.TitleId;
import movierec.title.TitleMerge;
import movierec.title.TitleStore;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Titles as JSON documents in the table {@code titles}, a row for each source that knows a title. */
public final class SqliteTitleStore implements TitleStore {
    private final SqliteDatabase database;
    private final InstantSource clock;

    /** @param clock tells when facts have reached their legal age */
    public SqliteTitleStore(SqliteDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<Title> all() {
        return merged(database.read(handle -> handle.createQuery("""
                        SELECT document FROM titles ORDER BY media_type, tmdb_id, source
                        """)
                .map((row, context) -> Documents.read(row.getString(1), Title.class))
                .list()));
    }

    @Override
    public Optional<Title> find(TitleId id) {
        return merged(database.read(handle -> handle.createQuery("""
                                SELECT document FROM titles WHERE media_type = ? AND tmdb_id = ? ORDER BY source
                                """)
                        .bind(0, id.type().word())
                        .bind(1, id.number())
                        .map((row, context) -> Documents.read(row.getString(1), Title.class))
                        .list()))
                .stream()
                .findFirst();
    }

    /** One title for the neighbouring versions of each that may still be said. */
    private List<Title> merged(List<Title> sorted) {
        List<Title> merged = new ArrayList<>();
        List<Title> versions = new ArrayList<>();
        for (Title version : sorted) {
            if (!maySay(version)) {
                continue;
            }
            if (!versions.isEmpty() && !versions.getFirst().id().equals(version.id())) {
                merged.add(TitleMerge.of(versions));
                versions.clear();
            }
            versions.add(version);
        }
        if (!versions.isEmpty()) {
            merged.add(TitleMerge.of(versions));
        }
        return merged;
    }

    private boolean maySay(Title title) {
        return SourceTerms.maySay(title.source(), title.fetchedAt(), clock.instant());
    }

    @Override
    public List<Title> of(String source, Collection<TitleId> ids) {
        List<Title> found = database.read(handle -> {
            List<Title> ofBothTypes = new ArrayList<>();
            for (MediaType type : MediaType.values()) {
                ofBothTypes.addAll(handle.createQuery("""
                                SELECT document FROM titles
                                WHERE media_type = ? AND tmdb_id IN (SELECT value FROM json_each(?)) AND source = ?
                                ORDER BY tmdb_id
                                """)
                        .bind(0, type.word())
                        .bind(1, TitleIds.numbers(ids, type))
                        .bind(2, source)
                        .map((row, context) -> Documents.read(row.getString(1), Title.class))
                        .list());
            }
            return ofBothTypes;
        });
        return found.stream().filter(this::maySay).toList();
    }

    @Override
    public void save(Collection<Title> titles) {
        if (titles.isEmpty()) {
            return;
        }
        database.write(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    INSERT INTO titles (media_type, tmdb_id, source, fetched_at, document) VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT (media_type, tmdb_id, source)
                    DO UPDATE SET fetched_at = excluded.fetched_at, document = excluded.document
                    """);
            for (Title title : titles) {
                batch.add(
                        title.id().type().word(),
                        title.id().number(),
                        title.source(),
                        Moments.write(title.fetchedAt()),
                        Documents.write(title));
            }
            batch.execute();
            for (ListTable list : ListTable.values()) {
                list.dropFactsOfKnownTitles(handle);
            }
            CatalogueVersion.increase(handle);
            return titles.size();
        });
    }

    @Override
    public int delete(String source, Collection<TitleId> ids) {
        return database.write(handle -> {
            int deleted = 0;
            for (MediaType type : MediaType.values()) {
                deleted += handle.execute("""
                        DELETE FROM titles
                        WHERE media_type = ? AND tmdb_id IN (SELECT value FROM json_each(?)) AND source = ?
                        """, type.word(), TitleIds.numbers(ids, type), source);
            }
            return changed(handle, deleted);
        });
    }

    @Override
    public int deleteBySource(String source) {
        return database.write(handle -> changed(handle, handle.execute("DELETE FROM titles WHERE source = ?", source)));
    }

    @Override
    public int deleteExpired() {
        Instant now = clock.instant();
        return database.write(handle -> {
            int deleted = 0;
            for (String source : sources(handle)) {
                Instant expiry = SourceTerms.expiry(source, Instant.EPOCH);
                if (!expiry.equals(Instant.MAX)) {
                    Instant lastExpired = now.minus(Duration.between(Instant.EPOCH, expiry));
                    deleted += handle.execute(
                            "DELETE FROM titles WHERE source = ? AND fetched_at <= ?",
                            source,
                            Moments.write(lastExpired));
                }
            }
            return changed(handle, deleted);
        });
    }

    private static List<String> sources(Handle handle) {
        return handle.createQuery("SELECT DISTINCT source FROM titles")
                .mapTo(String.class)
                .list();
    }

    private static int changed(Handle handle, int deleted) {
        if (deleted > 0) {
            CatalogueVersion.increase(handle);
        }
        return deleted;
    }

    @Override
    public long version() {
        return database.read(CatalogueVersion::read);
    }
}
