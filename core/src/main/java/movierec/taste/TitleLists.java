package movierec.taste;

import java.util.List;
import movierec.identity.UserId;
import movierec.title.TitleId;

/** Favourites and watchlists. Agrees with {@link EventLog} at all times; see there. Thread-safe. */
public interface TitleLists {
    /**
     * Adds titles; one that is there keeps its {@code addedAt}.
     *
     * @return how many were not there before
     */
    int add(UserId user, ListKind list, List<ListEntry> entries);

    /** False when the title was not on the list. */
    boolean remove(UserId user, ListKind list, TitleId titleId);

    /** A page of the list, newest {@code addedAt} first, ties by title id. */
    Page page(UserId user, ListKind list, int offset, int limit);

    /** One page and how many entries the whole list has. */
    record Page(List<ListEntry> entries, int total) {
        public Page {
            entries = List.copyOf(entries);
        }
    }
}
