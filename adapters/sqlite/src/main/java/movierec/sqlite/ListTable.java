package movierec.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import movierec.identity.UserId;
import movierec.taste.ClientFacts;
import movierec.taste.EventKind;
import movierec.taste.ListEntry;
import movierec.taste.ListKind;
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

    EventKind event() {
        return kind.event();
    }

    /** False when the title is there already. */
    boolean insert(Handle handle, UserId user, ListEntry entry) {
        TitleId title = entry.titleId();
        boolean keepFacts = !entry.facts().equals(ClientFacts.NONE) && !knownToCatalogue(handle, title);
        return handle.execute(
                        """
                        INSERT INTO %s (user_id, media_type, tmdb_id, added_at, facts) VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """.formatted(table),
                        user.value(),
                        title.type().word(),
                        title.number(),
                        entry.addedAt().toEpochMilli(),
                        keepFacts ? Documents.write(entry.facts()) : "")
                > 0;
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

    List<ListEntry> page(Handle handle, UserId user, int offset, int limit) {
        return handle.createQuery("""
                        SELECT media_type, tmdb_id, added_at, facts FROM %s
                        WHERE user_id = ?
                        ORDER BY added_at DESC, media_type, tmdb_id
                        LIMIT ? OFFSET ?
                        """.formatted(table))
                .bind(0, user.value())
                .bind(1, limit)
                .bind(2, offset)
                .map((row, context) -> entry(row))
                .list();
    }

    int size(Handle handle, UserId user) {
        return handle.createQuery("SELECT count(*) FROM " + table + " WHERE user_id = ?")
                .bind(0, user.value())
                .mapTo(Integer.class)
                .one();
    }

    int dropFactsOfKnownTitles(Handle handle) {
        // INDEXED BY: the few entries with facts are looked up among the titles, not each title among the entries.
        return handle.execute("""
                UPDATE %1$s INDEXED BY %1$s_with_facts SET facts = ''
                WHERE facts <> '' AND EXISTS (
                    SELECT 1 FROM titles WHERE titles.media_type = %1$s.media_type AND titles.tmdb_id = %1$s.tmdb_id)
                """.formatted(table));
    }

    private static boolean knownToCatalogue(Handle handle, TitleId title) {
        return handle.createQuery("SELECT count(*) FROM titles WHERE media_type = ? AND tmdb_id = ?")
                        .bind(0, title.type().word())
                        .bind(1, title.number())
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    private static ListEntry entry(ResultSet row) throws SQLException {
        String facts = row.getString("facts");
        return new ListEntry(
                EventTable.titleId(row.getString("media_type"), row.getInt("tmdb_id")),
                Instant.ofEpochMilli(row.getLong("added_at")),
                facts.isEmpty() ? ClientFacts.NONE : Documents.read(facts, ClientFacts.class));
    }
}
