package movierec.testkit.title;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import movierec.title.Title;
import movierec.title.TitleId;
import movierec.title.TitleStore;

/** Titles in a sorted map. */
public final class InMemoryTitleStore implements TitleStore {
    private final Map<TitleId, Title> titles = new ConcurrentSkipListMap<>();
    private final List<Consumer<TitleId>> saveListeners = new CopyOnWriteArrayList<>();
    private long version;

    @Override
    public synchronized List<Title> all() {
        return List.copyOf(titles.values());
    }

    /** Takes no lock: listeners that hold locks of their own call it. */
    @Override
    public Optional<Title> find(TitleId id) {
        return Optional.ofNullable(titles.get(id));
    }

    @Override
    public synchronized void save(Collection<Title> saved) {
        for (Title title : saved) {
            titles.put(title.id(), title);
            saveListeners.forEach(listener -> listener.accept(title.id()));
        }
        version += saved.isEmpty() ? 0 : 1;
    }

    @Override
    public synchronized int deleteBySource(String source) {
        int before = titles.size();
        titles.values().removeIf(title -> title.source().equals(source));
        int deleted = before - titles.size();
        version += deleted == 0 ? 0 : 1;
        return deleted;
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
