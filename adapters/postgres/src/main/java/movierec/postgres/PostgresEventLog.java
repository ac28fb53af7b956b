package movierec.postgres;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import movierec.identity.UserId;
import movierec.postgres.EventTable.UserEvent;
import movierec.taste.ClientFacts;
import movierec.taste.Event;
import movierec.taste.EventKind;
import movierec.taste.EventLog;
import movierec.taste.ListEntry;
import movierec.taste.RecordedEvent;
import movierec.title.TitleId;
import org.jdbi.v3.core.Handle;

/** Events in the table {@code events}, kept in step with the lists. */
public final class PostgresEventLog implements EventLog {
    /** Enough that the trips to the server cost little, few enough to stay small in memory. */
    private static final int EVENTS_PER_PAGE = 10_000;

    private final PostgresDatabase database;

    public PostgresEventLog(PostgresDatabase database) {
        this.database = database;
    }

    @Override
    public Receipt record(UserId user, List<Event> events) {
        if (events.isEmpty()) {
            return new Receipt(0, 0);
        }
        return database.write(handle -> {
            UserVersions.lock(handle, user);
            List<Event> accepted = withoutDuplicates(handle, user, events);
            if (!accepted.isEmpty()) {
                EventTable.insert(handle, user, accepted);
                for (ListTable list : ListTable.values()) {
                    list.insert(handle, user, entriesOf(list, accepted));
                }
                UserVersions.increase(handle, user);
            }
            return new Receipt(accepted.size(), events.size() - accepted.size());
        });
    }

    /** Asks for all events together what the database knows, then takes them one after the other as they came. */
    private static List<Event> withoutDuplicates(Handle handle, UserId user, List<Event> events) {
        Set<String> usedClientIds = EventTable.known(
                handle,
                user,
                events.stream().map(Event::clientId).filter(id -> !id.isEmpty()).collect(Collectors.toSet()));
        Map<ListTable, Set<TitleId>> listed = new EnumMap<>(ListTable.class);
        for (ListTable list : ListTable.values()) {
            Set<TitleId> named =
                    entriesOf(list, events).stream().map(ListEntry::titleId).collect(Collectors.toSet());
            listed.put(list, new HashSet<>(list.listed(handle, user, named)));
        }
        List<Event> accepted = new ArrayList<>();
        Set<String> used = new HashSet<>(usedClientIds);
        for (Event event : events) {
            Optional<ListTable> list = ListTable.of(event.kind());
            boolean known = used.contains(event.clientId())
                    || list.map(listed::get).stream().anyMatch(titles -> titles.contains(event.titleId()));
            if (!known) {
                accepted.add(event);
                list.map(listed::get).ifPresent(titles -> titles.add(event.titleId()));
                if (!event.clientId().isEmpty()) {
                    used.add(event.clientId());
                }
            }
        }
        return accepted;
    }

    private static List<ListEntry> entriesOf(ListTable list, List<Event> events) {
        return events.stream()
                .filter(event -> ListTable.of(event.kind()).filter(list::equals).isPresent())
                .map(event -> new ListEntry(event.titleId(), event.at(), ClientFacts.NONE))
                .toList();
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
            UserVersions.lock(handle, user);
            Optional<Event> deleted = EventTable.delete(handle, user, eventId);
            deleted.ifPresent(event -> {
                ListTable.of(event.kind()).ifPresent(list -> list.delete(handle, user, event.titleId()));
                UserVersions.increase(handle, user);
            });
            return deleted.isPresent();
        });
    }

    @Override
    public int deleteAll(UserId user, TitleId titleId, Set<EventKind> kinds) {
        return database.write(handle -> {
            UserVersions.lock(handle, user);
            int deleted = EventTable.delete(handle, user, titleId, kinds);
            if (deleted > 0) {
                kinds.stream()
                        .flatMap(kind -> ListTable.of(kind).stream())
                        .forEach(list -> list.delete(handle, user, titleId));
                UserVersions.increase(handle, user);
            }
            return deleted;
        });
    }

    /** Page by page, so that no transaction stays open and a broken connection costs one page. */
    @Override
    public void forEach(Visitor visitor) {
        List<UserEvent> ofOneUser = new ArrayList<>();
        String user = "";
        long id = 0;
        List<UserEvent> page;
        do {
            String afterUser = user;
            long afterId = id;
            page = database.read(handle -> EventTable.page(handle, afterUser, afterId, EVENTS_PER_PAGE));
            for (UserEvent next : page) {
                if (!ofOneUser.isEmpty() && !ofOneUser.getFirst().user().equals(next.user())) {
                    visitOldestFirst(ofOneUser, visitor);
                    ofOneUser.clear();
                }
                ofOneUser.add(next);
                user = next.user().value();
                id = next.id();
            }
        } while (page.size() == EVENTS_PER_PAGE);
        visitOldestFirst(ofOneUser, visitor);
    }

    private static void visitOldestFirst(List<UserEvent> ofOneUser, Visitor visitor) {
        ofOneUser.sort(Comparator.comparing(one -> one.event().at()));
        ofOneUser.forEach(one -> visitor.visit(one.user(), one.event()));
    }
}
