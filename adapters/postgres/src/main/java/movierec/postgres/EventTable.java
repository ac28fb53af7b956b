package movierec.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import movierec.identity.UserId;
import movierec.taste.Event;
import movierec.taste.EventKind;
import movierec.taste.RecordedEvent;
import movierec.title.TitleId;
import org.jdbi.v3.core.Handle;

/** The table {@code events}, without the list entries that belong to some of its rows. */
final class EventTable {
    /** What {@link #event} reads, in this order, and the id. */
    private static final String COLUMNS = "media_type, tmdb_id, kind, value, at, client_id, context, id";

    private static final Map<String, EventKind> KINDS =
            Arrays.stream(EventKind.values()).collect(Collectors.toMap(EventKind::word, Function.identity()));

    private EventTable() {}

    /** Their ids grow in the order of the events. */
    static void insert(Handle handle, UserId user, List<Event> events) {
        if (events.isEmpty()) {
            return;
        }
        handle.execute(
                """
                INSERT INTO events (user_id, media_type, tmdb_id, kind, value, at, client_id, context)
                SELECT ?, media_type, tmdb_id, kind, value, at, client_id, context
                FROM unnest(?, ?, ?, ?, ?, ?, ?) WITH ORDINALITY
                    AS event (media_type, tmdb_id, kind, value, at, client_id, context, place)
                ORDER BY place
                """,
                user.value(),
                Columns.texts(events, event -> event.titleId().type().word()),
                Columns.integers(events, event -> event.titleId().number()),
                Columns.texts(events, event -> event.kind().word()),
                Columns.doubles(events, Event::value),
                Columns.longs(events, event -> event.at().toEpochMilli()),
                Columns.texts(events, Event::clientId),
                Columns.texts(events, Event::context));
    }

    /** Those of the client ids that this user's events have already. */
    static Set<String> known(Handle handle, UserId user, Set<String> clientIds) {
        if (clientIds.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(handle.createQuery("""
                        SELECT client_id FROM events WHERE user_id = ? AND client_id = ANY (?) AND client_id <> ''
                        """)
                .bind(0, user.value())
                .bind(1, Columns.texts(clientIds))
                .map((row, context) -> Texts.read(row, 1))
                .list());
    }

    /** The event that is no more. */
    static Optional<Event> delete(Handle handle, UserId user, long eventId) {
        return handle.createQuery("DELETE FROM events WHERE user_id = ? AND id = ? RETURNING " + COLUMNS)
                .bind(0, user.value())
                .bind(1, eventId)
                .map((row, context) -> event(row))
                .findOne();
    }

    static int delete(Handle handle, UserId user, TitleId title, Collection<EventKind> kinds) {
        return handle.execute(
                "DELETE FROM events WHERE user_id = ? AND media_type = ? AND tmdb_id = ? AND kind = ANY (?)",
                user.value(),
                title.type().word(),
                title.number(),
                Columns.texts(kinds, EventKind::word));
    }

    /** Newest recorded first. */
    static List<RecordedEvent> history(
            Handle handle, UserId user, Collection<EventKind> kinds, long beforeId, int limit) {
        return handle.createQuery("""
                        SELECT %s FROM events WHERE user_id = ? AND id < ? AND kind = ANY (?) ORDER BY id DESC LIMIT ?
                        """.formatted(COLUMNS))
                .bind(0, user.value())
                .bind(1, beforeId)
                .bind(2, Columns.texts(kinds, EventKind::word))
                .bind(3, limit)
                .map((row, context) -> new RecordedEvent(row.getLong(8), event(row)))
                .list();
    }

    /** The next events of all users, by user and id, after the given one. */
    static List<UserEvent> page(Handle handle, String afterUser, long afterId, int limit) {
        return handle.createQuery("""
                        SELECT %s, user_id FROM events WHERE (user_id, id) > (?, ?) ORDER BY user_id, id LIMIT ?
                        """.formatted(COLUMNS))
                .bind(0, afterUser)
                .bind(1, afterId)
                .bind(2, limit)
                .map((row, context) -> new UserEvent(new UserId(Texts.read(row, 9)), row.getLong(8), event(row)))
                .list();
    }

    /** An event and whose it is. */
    record UserEvent(UserId user, long id, Event event) {}

    /** Reads media type, number, kind, value, moment, client id and context from the first seven columns. */
    static Event event(ResultSet row) throws SQLException {
        return new Event(
                TitleIds.of(row.getString(1), row.getInt(2)),
                kind(row.getString(3)),
                row.getDouble(4),
                Instant.ofEpochMilli(row.getLong(5)),
                Texts.read(row, 6),
                Texts.read(row, 7));
    }

    private static EventKind kind(String word) {
        EventKind kind = KINDS.get(word);
        if (kind == null) {
            throw PostgresDatabase.damaged("the kind of an event", word);
        }
        return kind;
    }
}
