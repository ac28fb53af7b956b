package movierec.title;

import java.time.Instant;
import java.util.List;

/**
 * A list as its source gave it.
 *
 * @param titles first place first, without duplicates; the catalogue need not know all of them any more
 * @param fetchedAt when its first page was asked for
 * @param expiresAt from then on a newer one is wanted; until there is one this one is served
 */
public record StoredList(ListKey key, String source, List<TitleId> titles, Instant fetchedAt, Instant expiresAt) {
    public StoredList {
        titles = List.copyOf(titles);
    }
}
