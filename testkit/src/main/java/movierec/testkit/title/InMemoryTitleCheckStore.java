package movierec.testkit.title;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import movierec.title.TitleCheck;
import movierec.title.TitleCheckStore;
import movierec.title.TitleId;

/** Checks in a map. */
public final class InMemoryTitleCheckStore implements TitleCheckStore {
    private record Key(TitleId id, String source) {}

    private final Map<Key, TitleCheck> checks = new ConcurrentHashMap<>();

    @Override
    public List<TitleCheck> find(String source, Collection<TitleId> ids) {
        return ids.stream()
                .distinct()
                .map(id -> new Key(id, source))
                .filter(checks::containsKey)
                .map(checks::get)
                .toList();
    }

    @Override
    public void save(Collection<TitleCheck> saved) {
        saved.forEach(check -> checks.put(new Key(check.id(), check.source()), check));
    }

    @Override
    public int deleteBySource(String source) {
        int before = checks.size();
        checks.keySet().removeIf(key -> key.source().equals(source));
        return before - checks.size();
    }
}
