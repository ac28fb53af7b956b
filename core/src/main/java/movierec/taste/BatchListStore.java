package movierec.taste;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import movierec.identity.UserId;

/** Keeps one precomputed list per user. Thread-safe. */
public interface BatchListStore {
    /**
     * Stores lists in one transaction, each instead of the user's list before; changes no user's version. A user whose
     * version is 0 gets none: whoever was erased since the list was computed stays erased.
     */
    void save(Map<UserId, BatchList> lists);

    /** The user's list, of whatever model and taste; empty when there is none. */
    Optional<BatchList> find(UserId user);

    /** Deletes every list that none of these models computed, and returns how many. */
    int keepOnly(Set<String> modelVersions);
}
