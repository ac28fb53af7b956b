package movierec.taste;

import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import movierec.identity.UserId;

/** Reads a user's whole taste at once, and keeps preferences. Thread-safe. */
public interface TasteStore {
    /** Everything the pipeline needs to know about a user, as of one moment; empty taste for an unknown user. */
    Taste load(UserId user, Instant servedSince);

    /**
     * Grows with every change of the user's events, lists or preferences, whatever process made it; 0 for an unknown
     * user. Part of every cache key and ETag, so it must be cheap.
     */
    long version(UserId user);

    StoredPreferences preferences(UserId user);

    /**
     * Reads, changes and writes the preferences in one transaction, and increases the user's version.
     *
     * @param change what to store instead of the current value; may throw a refusal, which then stores nothing
     */
    StoredPreferences update(UserId user, Instant at, Function<StoredPreferences, Preferences> change);

    /** How many users named each genre among their favourites, by the word they used, see {@link movierec.title.Genre#parse}. */
    Map<String, Long> favouriteGenres();
}
