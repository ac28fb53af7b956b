package movierec.recommend;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import movierec.identity.UserId;
import movierec.model.FoldedIn;

/**
 * The latest fold-ins of users in one model, so that all answers between two events of a user place the history once. The
 * least recently used make room for new ones. A new model begins with an empty cache of its own. Thread-safe; a history may
 * be folded in twice when two threads ask for it at the same time.
 */
final class FoldInCache {
    /** A fold-in takes one or two kilobytes. */
    private static final int MAX_USERS = 10_000;

    private final int maxUsers;
    private final Map<UserId, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);

    FoldInCache() {
        this(MAX_USERS);
    }

    FoldInCache(int maxUsers) {
        this.maxUsers = maxUsers;
    }

    /**
     * What is kept of a user.
     *
     * @param all the whole history in the model
     * @param latest only what the user did last
     */
    record FoldIns(FoldedIn all, FoldedIn latest) {
        static final FoldIns NOTHING = new FoldIns(FoldedIn.NOTHING, FoldedIn.NOTHING);
    }

    private record Entry(long version, FoldIns foldIns) {}

    /** The fold-ins of a taste, made now unless they are known; those of {@link TasteVersion#NOT_STORED} are never kept. */
    FoldIns get(TasteVersion taste, Supplier<FoldIns> foldIn) {
        if (taste.equals(TasteVersion.NOT_STORED)) {
            return foldIn.get();
        }
        synchronized (entries) {
            Entry known = entries.get(taste.user());
            if (known != null && known.version() == taste.version()) {
                return known.foldIns();
            }
        }
        Entry made = new Entry(taste.version(), foldIn.get());
        synchronized (entries) {
            entries.merge(taste.user(), made, (old, young) -> old.version() > young.version() ? old : young);
            if (entries.size() > maxUsers) {
                entries.remove(entries.keySet().iterator().next());
            }
        }
        return made.foldIns();
    }
}
