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

/** Lists in a map. Unlike a database it does not touch the version of a title store. */
public final class InMemoryListStore implements ListStore {
    private record Key(ListKey list, String source) {}

    private final Map<Key, StoredList> lists = new ConcurrentHashMap<>();
    private final InstantSource clock;

    public InMemoryListStore(InstantSource clock) {
        this.clock = clock;
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
    }

    @Override
    public int deleteBySource(String source) {
        int before = lists.size();
        lists.keySet().removeIf(key -> key.source().equals(source));
        return before - lists.size();
    }
}
