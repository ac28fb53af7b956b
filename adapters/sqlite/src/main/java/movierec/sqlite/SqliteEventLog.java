package movierec.sqlite;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import movierec.identity.UserId;
import movierec.taste.ClientFacts;
import movierec.taste.Event;
import movierec.taste.EventKind;
import movierec.taste.EventLog;
import movierec.taste.ListEntry;
import movierec.taste.RecordedEvent;
import movierec.title.TitleId;
import org.jdbi.v3.core.Handle;

/** Events in the table {@code events}, kept in step with the lists. */
public final class SqliteEventLog implements EventLog {
    private final SqliteDatabase database;

    public SqliteEventLog(SqliteDatabase database) {
        this.database = database;
    }

    @Override
    public Receipt record(UserId user, List<Event> events) {
        if (events.isEmpty()) {
            return new Receipt(0, 0);
        }
        return database.write(handle -> {
            int accepted = 0;
            for (Event event : events) {
                if (recordOne(handle, user, event)) {
                    accepted++;
                }
            }
            if (accepted > 0) {
                UserVersions.increase(handle, user);
            }
            return new Receipt(accepted, events.size() - accepted);
        });
    }

    private static boolean recordOne(Handle handle, UserId user, Event event) {
        if (EventTable.knows(handle, user, event.clientId())) {
            return false;
        }
        Optional<ListTable> list = ListTable.of(event.kind());
        ListEntry entry = new ListEntry(event.titleId(), event.at(), ClientFacts.NONE);
        if (list.isPresent() && !list.get().insert(handle, user, entry)) {
            return false;
        }
        EventTable.insert(handle, user, event);
        return true;
    }

    @Override
    public List<RecordedEvent> history(UserId user, Set<EventKind> kinds, long beforeId, int limit) {
        if (kinds.isEmpty()) {
            return List.of();
        }
        return database.read(handle -> EventTable.history(handle, user, kinds, beforeId, limit));
    }

    @Override
    public boolean delete(UserId user, long eventId) {
        return database.write(handle -> {
            Optional<Event> event = EventTable.find(handle, user, eventId);
            if (event.isEmpty()) {
                return false;
            }
            EventTable.delete(handle, eventId);
            TitleId title = event.get().titleId();
            ListTable.of(event.get().kind()).ifPresent(list -> list.delete(handle, user, title));
            UserVersions.increase(handle, user);
            return true;
        });
    }

    @Override
    public int deleteAll(UserId user, TitleId titleId, Set<EventKind> kinds) {
        return database.write(handle -> {
            int deleted = 0;
            for (EventKind kind : kinds) {
                deleted += EventTable.delete(handle, user, titleId, kind);
                ListTable.of(kind).ifPresent(list -> list.delete(handle, user, titleId));
            }
            if (deleted > 0) {
                UserVersions.increase(handle, user);
            }
            return deleted;
        });
    }

    @Override
    public void forEach(Visitor visitor) {
        database.read(handle -> EventTable.forEachUser(handle, visitor));
    }
}
