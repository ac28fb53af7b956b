package movierec.testkit.title;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import movierec.title.ListKey;
import movierec.title.ListStore;
import movierec.title.SourceTerms;
import movierec.title.StoredList;

/** Lists in a map. */
public final class InMemoryListStore implements ListStore {
    private record Key(ListKey list, String source) {}

    private final Map<Key, StoredList> lists = new ConcurrentHashMap<>();
    private final InstantSource clock;
    private final InMemoryTitleStore titles;

    /** Lists whose changes nobody sees in a {@link movierec.title.TitleStore#version}. */
    public InMemoryListStore(InstantSource clock) {
        this(clock, new InMemoryTitleStore(clock));
    }

    /** @param titles their version grows with the lists' changes */
    public InMemoryListStore(InstantSource clock, InMemoryTitleStore titles) {
        this.clock = clock;
        this.titles = titles;
    }

    @Override
    public List<StoredList> all() {
        return lists.values().stream()
                .filter(list -> SourceTerms.maySay(list.source(), list.fetchedAt(), clock.instant()))
                .sorted(Comparator.comparing((StoredList list) -> list.key().toString())
                        .thenComparing(StoredList::source))
                .toList();
    }

    @Override
    public void replace(StoredList list) {
        lists.put(new Key(list.key(), list.source()), list);
        titles.changed(1);
    }

    @Override
    public int deleteBySource(String source) {
        int before = lists.size();
        lists.keySet().removeIf(key -> key.source().equals(source));
        int deleted = before - lists.size();
        titles.changed(deleted);
        return deleted;
    }
}
