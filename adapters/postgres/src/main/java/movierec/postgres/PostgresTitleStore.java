package movierec.postgres;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import movierec.title.MediaType;
import movierec.title.SourceTerms;
import movierec.title.Title;
import movierec.title.TitleId;
import movierec.title.TitleMerge;
import movierec.title.TitleStore;
import org.jdbi.v3.core.Handle;

/** Titles as JSON documents in the table {@code titles}, a row for each source that knows a title. */
public final class PostgresTitleStore implements TitleStore {
    /** Some megabytes at a time. */
    private static final int TITLES_PER_FETCH = 1_000;

    private static final int TITLES_PER_STATEMENT = 2_000;

    private final PostgresDatabase database;
    private final InstantSource clock;

    /** @param clock tells when facts have reached their legal age */
    public PostgresTitleStore(PostgresDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<Title> all() {
        return merged(database.readMuch(handle -> handle.createQuery("""
                        SELECT document FROM titles ORDER BY media_type, tmdb_id, source
                        """)
                .setFetchSize(TITLES_PER_FETCH)
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
        if (ids.isEmpty()) {
            return List.of();
        }
        List<Title> found = database.readMuch(handle -> handle.createQuery("""
                        SELECT document FROM titles
                        WHERE source = :source AND media_type = 'movie' AND tmdb_id = ANY (:movies)
                           OR source = :source AND media_type = 'tv' AND tmdb_id = ANY (:shows)
                        ORDER BY media_type, tmdb_id
                        """)
                .bind("source", source)
                .bind("movies", Columns.integers(TitleIds.numbers(ids, MediaType.MOVIE)))
                .bind("shows", Columns.integers(TitleIds.numbers(ids, MediaType.TV)))
                .setFetchSize(TITLES_PER_FETCH)
                .map((row, context) -> Documents.read(row.getString(1), Title.class))
                .list());
        return found.stream().filter(this::maySay).toList();
    }

    @Override
    public void save(Collection<Title> titles) {
        if (titles.isEmpty()) {
            return;
        }
        List<Title> sorted = lastOfEach(titles);
        database.writeMuch(handle -> {
            CatalogueVersion.lock(handle);
            for (int start = 0; start < sorted.size(); start += TITLES_PER_STATEMENT) {
                insert(handle, sorted.subList(start, Math.min(start + TITLES_PER_STATEMENT, sorted.size())));
            }
            for (ListTable list : ListTable.values()) {
                list.dropFactsOfKnownTitles(handle);
            }
            CatalogueVersion.increase(handle);
            return titles.size();
        });
    }

    /** One statement must not meet a row twice: the last of two counts. */
    private static List<Title> lastOfEach(Collection<Title> titles) {
        TreeMap<Title, Title> last =
                new TreeMap<>(Comparator.comparing(Title::id).thenComparing(Title::source));
        titles.forEach(title -> last.merge(title, title, (before, later) -> later));
        return List.copyOf(last.values());
    }

    private static void insert(Handle handle, List<Title> titles) {
        handle.execute(
                """
                INSERT INTO titles (media_type, tmdb_id, source, fetched_at, document)
                SELECT * FROM unnest(?, ?, ?, ?, ?)
                ON CONFLICT (media_type, tmdb_id, source)
                DO UPDATE SET fetched_at = excluded.fetched_at, document = excluded.document
                """,
                Columns.texts(titles, title -> title.id().type().word()),
                Columns.integers(titles, title -> title.id().number()),
                Columns.texts(titles, Title::source),
                Columns.longs(titles, title -> Moments.write(title.fetchedAt())),
                Columns.texts(titles, Documents::write));
    }

    @Override
    public int delete(String source, Collection<TitleId> ids) {
        return deleteTitles(handle -> handle.execute(
                """
                DELETE FROM titles
                WHERE source = ? AND (media_type = 'movie' AND tmdb_id = ANY (?) OR media_type = 'tv' AND tmdb_id = ANY (?))
                """,
                source,
                Columns.integers(TitleIds.numbers(ids, MediaType.MOVIE)),
                Columns.integers(TitleIds.numbers(ids, MediaType.TV))));
    }

    @Override
    public int deleteBySource(String source) {
        return deleteTitles(handle -> handle.execute("DELETE FROM titles WHERE source = ?", source));
    }

    @Override
    public int deleteExpired() {
        Instant now = clock.instant();
        return deleteTitles(handle -> {
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
            return deleted;
        });
    }

    private static List<String> sources(Handle handle) {
        return handle.createQuery("SELECT DISTINCT source FROM titles")
                .map((row, context) -> Texts.read(row, 1))
                .list();
    }

    private int deleteTitles(Deletion deletion) {
        return database.writeMuch(handle -> {
            CatalogueVersion.lock(handle);
            int deleted = deletion.delete(handle);
            if (deleted > 0) {
                CatalogueVersion.increase(handle);
            }
            return deleted;
        });
    }

    /** Deletes titles and returns how many. */
    private interface Deletion {
        int delete(Handle handle);
    }

    @Override
    public long version() {
        return database.read(CatalogueVersion::read);
    }
}
