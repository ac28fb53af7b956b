package movierec.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import movierec.identity.UserId;
import movierec.taste.ClientFacts;
import movierec.taste.EventKind;
import movierec.taste.ListEntry;
import movierec.taste.ListKind;
import movierec.taste.TitleLists.Page;
import movierec.title.TitleId;
import org.jdbi.v3.core.Handle;

/** The tables {@code favourites} and {@code watchlist}, without the events that belong to their rows. */
enum ListTable {
    FAVOURITES(ListKind.FAVOURITES, "favourites"),
    WATCHLIST(ListKind.WATCHLIST, "watchlist");

    private final ListKind kind;
    private final String table;

    ListTable(ListKind kind, String table) {
        this.kind = kind;
        this.table = table;
    }

    static ListTable of(ListKind kind) {
        return switch (kind) {
            case FAVOURITES -> FAVOURITES;
            case WATCHLIST -> WATCHLIST;
        };
    }

    /** The table whose rows are the same facts as events of this kind. */
    static Optional<ListTable> of(EventKind event) {
        for (ListTable list : values()) {
            if (list.kind.event() == event) {
                return Optional.of(list);
            }
        }
        return Optional.empty();
    }

    /** The titles that were not there before. */
    Set<TitleId> insert(Handle handle, UserId user, List<ListEntry> entries) {
        if (entries.isEmpty()) {
            return Set.of();
        }
        if (entries.stream().anyMatch(entry -> !entry.facts().equals(ClientFacts.NONE))) {
            CatalogueVersion.holdStill(handle);
        }
        return new HashSet<>(handle.createQuery("""
                        INSERT INTO %s (user_id, media_type, tmdb_id, added_at, facts)
                        SELECT ?, media_type, tmdb_id, added_at, CASE
                            WHEN facts <> '' AND EXISTS (
                                SELECT 1 FROM titles
                                WHERE titles.media_type = entry.media_type AND titles.tmdb_id = entry.tmdb_id)
                            THEN '' ELSE facts END
                        FROM unnest(?, ?, ?, ?) WITH ORDINALITY AS entry (media_type, tmdb_id, added_at, facts, place)
                        ORDER BY place
                        ON CONFLICT DO NOTHING
                        RETURNING media_type, tmdb_id
                        """.formatted(table))
                .bind(0, user.value())
                .bind(1, Columns.texts(entries, entry -> entry.titleId().type().word()))
                .bind(2, Columns.integers(entries, entry -> entry.titleId().number()))
                .bind(3, Columns.longs(entries, entry -> entry.addedAt().toEpochMilli()))
                .bind(4, Columns.texts(entries, ListTable::facts))
                .map((row, context) -> TitleIds.of(row.getString(1), row.getInt(2)))
                .list());
    }

    private static String facts(ListEntry entry) {
        return entry.facts().equals(ClientFacts.NONE) ? "" : Documents.write(entry.facts());
    }

    /** Those of the titles that are on the list. */
    Set<TitleId> listed(Handle handle, UserId user, Collection<TitleId> titles) {
        if (titles.isEmpty()) {
            return Set.of();
        }
        List<TitleId> asked = List.copyOf(titles);
        return new HashSet<>(handle.createQuery("""
                        SELECT media_type, tmdb_id FROM %s JOIN unnest(?, ?) AS asked (media_type, tmdb_id)
                            USING (media_type, tmdb_id)
                        WHERE user_id = ?
                        """.formatted(table))
                .bind(0, Columns.texts(asked, title -> title.type().word()))
                .bind(1, Columns.integers(asked, TitleId::number))
                .bind(2, user.value())
                .map((row, context) -> TitleIds.of(row.getString(1), row.getInt(2)))
                .list());
    }

    /** False when the title is not there. */
    boolean delete(Handle handle, UserId user, TitleId title) {
        return handle.execute(
                        "DELETE FROM " + table + " WHERE user_id = ? AND media_type = ? AND tmdb_id = ?",
                        user.value(),
                        title.type().word(),
                        title.number())
                > 0;
    }

    /** One statement, so that page and total are of the same moment: the total comes with each row, or alone. */
    Page page(Handle handle, UserId user, int offset, int limit) {
        List<ListEntry> entries = new ArrayList<>();
        List<Integer> totals = handle.createQuery("""
                        SELECT total, media_type, tmdb_id, added_at, facts
                        FROM (SELECT count(*) AS total FROM %1$s WHERE user_id = :user) AS whole
                        LEFT JOIN (
                            SELECT media_type, tmdb_id, added_at, facts FROM %1$s WHERE user_id = :user
                            ORDER BY added_at DESC, media_type, tmdb_id LIMIT :limit OFFSET :offset) AS page ON true
                        ORDER BY added_at DESC, media_type, tmdb_id
                        """.formatted(table))
                .bind("user", user.value())
                .bind("limit", limit)
                .bind("offset", offset)
                .map((row, context) -> {
                    if (row.getString(2) != null) {
                        entries.add(entry(row));
                    }
                    return row.getInt(1);
                })
                .list();
        return new Page(entries, totals.getFirst());
    }

    int dropFactsOfKnownTitles(Handle handle) {
        return handle.execute("""
                UPDATE %1$s SET facts = ''
                WHERE facts <> '' AND EXISTS (
                    SELECT 1 FROM titles WHERE titles.media_type = %1$s.media_type AND titles.tmdb_id = %1$s.tmdb_id)
                """.formatted(table));
    }

    private static ListEntry entry(ResultSet row) throws SQLException {
        String facts = row.getString(5);
        return new ListEntry(
                TitleIds.of(row.getString(2), row.getInt(3)),
                Instant.ofEpochMilli(row.getLong(4)),
                facts.isEmpty() ? ClientFacts.NONE : Documents.read(facts, ClientFacts.class));
    }
}
