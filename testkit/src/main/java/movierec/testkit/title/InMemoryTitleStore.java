package movierec.testkit.title;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import movierec.title.SourceTerms;
import movierec.title.Title;
import movierec.title.TitleId;
import movierec.title.TitleMerge;
import movierec.title.TitleStore;

/** Titles in sorted maps, one for each title with what its sources say. */
public final class InMemoryTitleStore implements TitleStore {
    private final Map<TitleId, Map<String, Title>> versions = new ConcurrentSkipListMap<>();
    private final List<Consumer<TitleId>> saveListeners = new CopyOnWriteArrayList<>();
    private final InstantSource clock;
    private long version;

    public InMemoryTitleStore() {
        this(InstantSource.system());
    }

    public InMemoryTitleStore(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized List<Title> all() {
        return versions.keySet().stream().flatMap(id -> find(id).stream()).toList();
    }

    /** Takes no lock: listeners that hold locks of their own call it. */
    @Override
    public Optional<Title> find(TitleId id) {
        List<Title> current = versions.getOrDefault(id, Map.of()).values().stream()
                .filter(this::maySay)
                .toList();
        return current.isEmpty() ? Optional.empty() : Optional.of(TitleMerge.of(current));
    }

    @Override
    public List<Title> of(String source, Collection<TitleId> ids) {
        List<Title> found = new ArrayList<>();
        for (TitleId id : ids.stream().distinct().sorted().toList()) {
            versions.getOrDefault(id, Map.of()).values().stream()
                    .filter(title -> title.source().equals(source))
                    .filter(this::maySay)
                    .forEach(found::add);
        }
        return found;
    }

    private boolean maySay(Title title) {
        return SourceTerms.maySay(title.source(), title.fetchedAt(), clock.instant());
    }

    @Override
    public synchronized void save(Collection<Title> saved) {
        for (Title title : saved) {
            versions.computeIfAbsent(title.id(), id -> new ConcurrentHashMap<>())
                    .put(title.source(), title);
            saveListeners.forEach(listener -> listener.accept(title.id()));
        }
        changed(saved.size());
    }

    @Override
    public synchronized int delete(String source, Collection<TitleId> ids) {
        return deleteWhere(title -> title.source().equals(source) && ids.contains(title.id()));
    }

    @Override
    public synchronized int deleteBySource(String source) {
        return deleteWhere(title -> title.source().equals(source));
    }

    @Override
    public synchronized int deleteExpired() {
        return deleteWhere(title -> !maySay(title));
    }

    private int deleteWhere(Predicate<Title> unwanted) {
        int deleted = 0;
        for (Map<String, Title> ofTitle : versions.values()) {
            int before = ofTitle.size();
            ofTitle.values().removeIf(unwanted);
            deleted += before - ofTitle.size();
        }
        versions.values().removeIf(Map::isEmpty);
        changed(deleted);
        return deleted;
    }

    synchronized void changed(int howMany) {
        version += howMany == 0 ? 0 : 1;
    }

    @Override
    public synchronized long version() {
        return version;
    }

    /** Tells the listener every title that is saved from now on. */
    public void onSave(Consumer<TitleId> listener) {
        saveListeners.add(listener);
    }
}
