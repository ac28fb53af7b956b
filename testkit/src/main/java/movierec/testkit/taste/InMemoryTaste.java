package movierec.testkit.taste;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import movierec.identity.UserId;
import movierec.taste.BatchList;
import movierec.taste.BatchListStore;
import movierec.taste.ClientFacts;
import movierec.taste.Event;
import movierec.taste.EventKind;
import movierec.taste.EventLog;
import movierec.taste.ListEntry;
import movierec.taste.ListKind;
import movierec.taste.Preferences;
import movierec.taste.RecordedEvent;
import movierec.taste.ServedList;
import movierec.taste.ServedLog;
import movierec.taste.StoredPreferences;
import movierec.taste.Taste;
import movierec.taste.TasteStore;
import movierec.taste.TitleLists;
import movierec.taste.UserData;
import movierec.testkit.title.InMemoryTitleStore;
import movierec.title.TitleId;

/** Every port that keeps what users did and prefer, in plain collections under one lock. */
public final class InMemoryTaste implements EventLog, TitleLists, TasteStore, ServedLog, BatchListStore, UserData {
    private static final Comparator<ListEntry> NEWEST_FIRST =
            Comparator.comparing(ListEntry::addedAt).reversed().thenComparing(ListEntry::titleId);

    private final Map<String, User> users = new TreeMap<>();
    private final InMemoryTitleStore titles;
    private long lastEventId;
    private long lastVersion;

    public InMemoryTaste(InMemoryTitleStore titles) {
        this.titles = titles;
        titles.onSave(this::dropFacts);
    }

    @Override
    public synchronized Receipt record(UserId user, List<Event> events) {
        int accepted = 0;
        for (Event event : events) {
            accepted += user(user).record(event) ? 1 : 0;
        }
        if (accepted > 0) {
            changed(user);
        }
        return new Receipt(accepted, events.size() - accepted);
    }

    @Override
    public synchronized List<RecordedEvent> history(UserId user, Set<EventKind> kinds, long beforeId, int limit) {
        return user(user).events.reversed().stream()
                .filter(one -> one.id() < beforeId && kinds.contains(one.event().kind()))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized boolean delete(UserId user, long eventId) {
        Optional<RecordedEvent> found =
                user(user).events.stream().filter(one -> one.id() == eventId).findFirst();
        found.ifPresent(one -> {
            user(user).events.remove(one);
            user(user).dropEntry(one.event());
            changed(user);
        });
        return found.isPresent();
    }

    @Override
    public synchronized int deleteAll(UserId user, TitleId titleId, Set<EventKind> kinds) {
        List<RecordedEvent> found = user(user).events.stream()
                .filter(one -> one.event().titleId().equals(titleId)
                        && kinds.contains(one.event().kind()))
                .toList();
        found.forEach(one -> user(user).dropEntry(one.event()));
        user(user).events.removeAll(found);
        if (!found.isEmpty()) {
            changed(user);
        }
        return found.size();
    }

    @Override
    public synchronized void forEach(Visitor visitor) {
        users.forEach((user, state) -> state.oldestFirst().forEach(event -> visitor.visit(new UserId(user), event)));
    }

    @Override
    public synchronized int add(UserId user, ListKind list, List<ListEntry> entries) {
        int added = 0;
        for (ListEntry entry : entries) {
            Event event = Event.of(entry.titleId(), list.event(), entry.addedAt());
            if (user(user).record(event)) {
                ClientFacts facts = titles.find(entry.titleId()).isPresent() ? ClientFacts.NONE : entry.facts();
                user(user).list(list).put(entry.titleId(), new ListEntry(entry.titleId(), entry.addedAt(), facts));
                added++;
            }
        }
        if (added > 0) {
            changed(user);
        }
        return added;
    }

    @Override
    public synchronized boolean remove(UserId user, ListKind list, TitleId titleId) {
        return deleteAll(user, titleId, Set.of(list.event())) > 0;
    }

    @Override
    public synchronized Page page(UserId user, ListKind list, int offset, int limit) {
        List<ListEntry> all = user(user).newestFirst(list);
        return new Page(all.stream().skip(offset).limit(limit).toList(), all.size());
    }

    @Override
    public synchronized Taste load(UserId user, Instant servedSince) {
        User state = user(user);
        List<Event> events = state.oldestFirst().stream()
                .filter(event -> event.kind() != EventKind.SHOWN)
                .toList();
        List<ServedList> served = state.servedNewestFirst().stream()
                .filter(list -> !list.at().isBefore(servedSince))
                .limit(Taste.MAX_SERVED)
                .toList();
        return new Taste(user, state.version, state.preferences.preferences(), events, served);
    }

    @Override
    public synchronized long version(UserId user) {
        return user(user).version;
    }

    @Override
    public synchronized StoredPreferences preferences(UserId user) {
        return user(user).preferences;
    }

    @Override
    public synchronized StoredPreferences update(
            UserId user, Instant at, Function<StoredPreferences, Preferences> change) {
        StoredPreferences current = user(user).preferences;
        user(user).preferences = new StoredPreferences(
                change.apply(current), current.revision() + 1, Instant.ofEpochMilli(at.toEpochMilli()));
        changed(user);
        return user(user).preferences;
    }

    @Override
    public synchronized void append(List<Entry> entries) {
        entries.forEach(entry -> user(entry.user()).served.add(entry.list()));
    }

    @Override
    public synchronized int deleteBefore(Instant moment) {
        int before = servedCount();
        users.values().forEach(user -> user.served.removeIf(list -> list.at().isBefore(moment)));
        return before - servedCount();
    }

    @Override
    public synchronized void save(Map<UserId, BatchList> lists) {
        lists.forEach((user, list) -> {
            if (user(user).version > 0) {
                user(user).batch = List.of(list);
            }
        });
    }

    @Override
    public synchronized Map<String, Long> favouriteGenres() {
        return users.values().stream()
                .flatMap(user ->
                        user.preferences.preferences().favoriteGenres().stream().distinct())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    @Override
    public synchronized Optional<BatchList> find(UserId user) {
        return user(user).batch.stream().findFirst();
    }

    @Override
    public synchronized int keepOnly(Set<String> modelVersions) {
        List<User> outdated = users.values().stream()
                .filter(user -> user.batch.stream().anyMatch(list -> !modelVersions.contains(list.modelVersion())))
                .toList();
        outdated.forEach(user -> user.batch = List.of());
        return outdated.size();
    }

    @Override
    public synchronized Everything export(UserId user) {
        User state = user(user);
        return new Everything(
                state.preferences,
                state.events.reversed(),
                state.newestFirst(ListKind.FAVOURITES),
                state.newestFirst(ListKind.WATCHLIST),
                state.servedNewestFirst(),
                state.batch);
    }

    @Override
    public synchronized Map<String, Integer> erase(UserId user) {
        User state = user(user);
        users.remove(user.value());
        Map<String, Integer> erased = new LinkedHashMap<>();
        erased.put("events", state.events.size());
        erased.put("favourites", state.list(ListKind.FAVOURITES).size());
        erased.put("watchlist", state.list(ListKind.WATCHLIST).size());
        erased.put("user_preferences", state.preferences.revision() == 0 ? 0 : 1);
        erased.put("served_recommendations", state.served.size());
        erased.put("batch_recommendations", state.batch.size());
        return erased;
    }

    private User user(UserId user) {
        return users.computeIfAbsent(user.value(), created -> new User());
    }

    private void changed(UserId user) {
        user(user).version = ++lastVersion;
    }

    private int servedCount() {
        return users.values().stream().mapToInt(user -> user.served.size()).sum();
    }

    private synchronized void dropFacts(TitleId known) {
        for (User user : users.values()) {
            for (Map<TitleId, ListEntry> list : user.lists.values()) {
                list.computeIfPresent(known, (id, entry) -> new ListEntry(id, entry.addedAt(), ClientFacts.NONE));
            }
        }
    }

    private final class User {
        private final List<RecordedEvent> events = new ArrayList<>();
        private final Map<ListKind, Map<TitleId, ListEntry>> lists = new EnumMap<>(ListKind.class);
        private final List<ServedList> served = new ArrayList<>();
        private StoredPreferences preferences = StoredPreferences.NEVER;
        private List<BatchList> batch = List.of();
        private long version;

        Map<TitleId, ListEntry> list(ListKind kind) {
            return lists.computeIfAbsent(kind, created -> new TreeMap<>());
        }

        boolean record(Event event) {
            boolean known = !event.clientId().isEmpty()
                    && events.stream().anyMatch(one -> one.event().clientId().equals(event.clientId()));
            Optional<ListKind> list = listOf(event.kind());
            if (known || (list.isPresent() && list(list.get()).containsKey(event.titleId()))) {
                return false;
            }
            events.add(new RecordedEvent(++lastEventId, event));
            list.ifPresent(kind ->
                    list(kind).put(event.titleId(), new ListEntry(event.titleId(), event.at(), ClientFacts.NONE)));
            return true;
        }

        void dropEntry(Event event) {
            listOf(event.kind()).ifPresent(kind -> list(kind).remove(event.titleId()));
        }

        List<ListEntry> newestFirst(ListKind kind) {
            return list(kind).values().stream().sorted(NEWEST_FIRST).toList();
        }

        List<Event> oldestFirst() {
            return events.stream()
                    .map(RecordedEvent::event)
                    .sorted(Comparator.comparing(Event::at))
                    .toList();
        }

        List<ServedList> servedNewestFirst() {
            return served.reversed().stream()
                    .sorted(Comparator.comparing(ServedList::at).reversed())
                    .toList();
        }
    }

    private static Optional<ListKind> listOf(EventKind event) {
        for (ListKind kind : ListKind.values()) {
            if (kind.event() == event) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
