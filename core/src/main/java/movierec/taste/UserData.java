package movierec.taste;

import java.util.List;
import java.util.Map;
import movierec.identity.UserId;

/** Everything kept about one user, for export and erasure (USER-1). Thread-safe. */
public interface UserData {
    Everything export(UserId user);

    /** Erases every row of the user in one transaction, the account and its sessions included; rows erased by table. */
    Map<String, Integer> erase(UserId user);

    /**
     * The whole of a user's own data.
     *
     * @param batch the precomputed list, if there is one
     */
    record Everything(
            StoredPreferences preferences,
            List<RecordedEvent> events,
            List<ListEntry> favourites,
            List<ListEntry> watchlist,
            List<ServedList> served,
            List<BatchList> batch) {
        public Everything {
            events = List.copyOf(events);
            favourites = List.copyOf(favourites);
            watchlist = List.copyOf(watchlist);
            served = List.copyOf(served);
            batch = List.copyOf(batch);
        }
    }
}
