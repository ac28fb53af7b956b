package movierec.title;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the catalogue's titles. Thread-safe. Saving is all or nothing; a later {@link #all()} of any process sees it.
 */
public interface TitleStore {
    /** Every title, ordered by id. */
    List<Title> all();

    Optional<Title> find(TitleId id);

    /** Adds new titles and replaces known ones. Client-sent facts kept for these titles (LIST-2) are dropped. */
    void save(Collection<Title> titles);

    /** Removes every title of one source and returns how many; what users did with them stays. */
    int deleteBySource(String source);

    /** Grows with every change, from whatever process: a reader reloads when it differs from what it loaded. */
    long version();
}
