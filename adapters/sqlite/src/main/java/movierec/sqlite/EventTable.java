package movierec.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import movierec.failure.OutsideFailure;
import movierec.identity.UserId;
import movierec.taste.Event;
import movierec.taste.EventKind;
import movierec.taste.EventLog;
import movierec.taste.RecordedEvent;
import movierec.title.MediaType;
import movierec.title.TitleId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table {@code events}, without the list entries that belong to some of its rows. */
final class EventTable {
    /**
     * What {@link #event} reads, in this order, and the id. Most events have neither a client id nor a context, and to
     * read a NULL costs much less than to read an empty text.
     */
    private static final String COLUMNS =
            "media_type, tmdb_id, kind, value, at, nullif(client_id, ''), nullif(context, ''), id";

    private static final Map<String, EventKind> KINDS =
            Arrays.stream(EventKind.values()).collect(Collectors.toMap(EventKind::word, Function.identity()));

    private EventTable() {}

    static void insert(Handle handle, UserId user, Event event) {
        handle.execute(
                """
                INSERT INTO events (user_id, media_type, tmdb_id, kind, value, at, client_id, context)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                user.value(),
                event.titleId().type().word(),
                event.titleId().number(),
                event.kind().word(),
                event.value(),
                event.at().toEpochMilli(),
                event.clientId(),
                event.context());
    }

    static boolean knows(Handle handle, UserId user, String clientId) {
        return !clientId.isEmpty()
                && handle.createQuery("""
                        SELECT count(*) FROM events WHERE user_id = ? AND client_id = ? AND client_id <> ''
                        """)
                                .bind(0, user.value())
                                .bind(1, clientId)
                                .mapTo(Integer.class)
                                .one()
                        > 0;
    }

    static Optional<Event> find(Handle handle, UserId user, long eventId) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM events WHERE user_id = ? AND id = ?")
                .bind(0, user.value())
                .bind(1, eventId)
                .map((row, context) -> event(row))
                .findOne();
    }

    static int delete(Handle handle, long eventId) {
        return handle.execute("DELETE FROM events WHERE id = ?", eventId);
    }

    static int delete(Handle handle, UserId user, TitleId title, EventKind kind) {
        return handle.execute(
                "DELETE FROM events WHERE user_id = ? AND media_type = ? AND tmdb_id = ? AND kind = ?",
                user.value(),
                title.type().word(),
                title.number(),
                kind.word());
    }

    /** Newest recorded first. */
    static List<RecordedEvent> history(
            Handle handle, UserId user, Collection<EventKind> kinds, long beforeId, int limit) {
        return handle.createQuery("""
                        SELECT %s FROM events
                        WHERE user_id = :user AND id < :beforeId AND kind IN (<kinds>)
                        ORDER BY id DESC
                        LIMIT :limit
                        """.formatted(COLUMNS))
                .bind("user", user.value())
                .bind("beforeId", beforeId)
                .bind("limit", limit)
                .bindList("kinds", kinds.stream().map(EventKind::word).toList())
                .map((row, context) -> new RecordedEvent(row.getLong(8), event(row)))
                .list();
    }

    /** What a taste is made of, oldest first. */
    static List<Event> taste(Handle handle, UserId user) throws SQLException {
        String sql = "SELECT " + COLUMNS + " FROM events WHERE user_id = ? AND kind <> 'shown' ORDER BY at, id";
        return PreparedStatements.query(handle, sql, EventTable::events, user.value());
    }

    private static List<Event> events(ResultSet rows) throws SQLException {
        List<Event> events = new ArrayList<>();
        while (rows.next()) {
            events.add(event(rows));
        }
        return events;
    }

    /**
     * Visits all events and returns how many. Rows come by the index and are sorted user by user, because sorting the
     * whole table would need room for all of it.
     */
    static int forEachUser(Handle handle, EventLog.Visitor visitor) {
        Iterator<UserEvent> rows = handle.createQuery(
                        "SELECT " + COLUMNS + ", user_id FROM events ORDER BY user_id, id")
                .map((row, context) -> new UserEvent(new UserId(row.getString(9)), event(row)))
                .iterator();
        List<UserEvent> ofOneUser = new ArrayList<>();
        int visited = 0;
        for (; rows.hasNext(); visited++) {
            UserEvent next = rows.next();
            if (!ofOneUser.isEmpty() && !ofOneUser.getFirst().user().equals(next.user())) {
                visitOldestFirst(ofOneUser, visitor);
                ofOneUser.clear();
            }
            ofOneUser.add(next);
        }
        visitOldestFirst(ofOneUser, visitor);
        return visited;
    }

    private static void visitOldestFirst(List<UserEvent> ofOneUser, EventLog.Visitor visitor) {
        ofOneUser.sort(Comparator.comparing(one -> one.event().at()));
        ofOneUser.forEach(one -> visitor.visit(one.user(), one.event()));
    }

    private record UserEvent(UserId user, Event event) {}

    private static Event event(ResultSet row) throws SQLException {
        return new Event(
                titleId(row.getString(1), row.getInt(2)),
                kind(row.getString(3)),
                row.getDouble(4),
                Instant.ofEpochMilli(row.getLong(5)),
                textOrEmpty(row.getString(6)),
                textOrEmpty(row.getString(7)));
    }

    private static String textOrEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    static TitleId titleId(String mediaType, int number) {
        return new TitleId(MediaType.of(mediaType).orElseThrow(() -> unknown("media type " + mediaType)), number);
    }

    private static EventKind kind(String word) {
        EventKind kind = KINDS.get(word);
        if (kind == null) {
            throw unknown("kind of event " + word);
        }
        return kind;
    }

    private static OutsideFailure unknown(String what) {
        return new OutsideFailure("sqlite", "unknown " + what + " in the database", false, new IllegalStateException());
    }
}
