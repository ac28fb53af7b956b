package movierec.title;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the catalogue's titles, each source's facts by themselves. What is read is merged ({@link TitleMerge}) and never
 * holds a fact beyond its source's legal age ({@link SourceTerms}). Thread-safe. Saving is all or nothing; a later
 * {@link #all()} of any process sees it.
 */
public interface TitleStore {
    /** Every title, ordered by id. */
    List<Title> all();

    Optional<Title> find(TitleId id);

    /** What one source says about these titles, where it is known and may still be said; ordered by id. */
    List<Title> of(String source, Collection<TitleId> ids);

    /**
     * Adds titles, each in the place of what its own source said about it before. Client-sent facts kept for these titles
     * (LIST-2) are dropped.
     */
    void save(Collection<Title> titles);

    /** Removes what one source says about these titles and returns how many it was. */
    int delete(String source, Collection<TitleId> ids);

    /** Removes everything that one source says and returns how many titles it was; what users did with them stays. */
    int deleteBySource(String source);

    /** Removes what is beyond its legal age, which is no longer read anyway, and returns how many titles it was. */
    int deleteExpired();

    /** Grows with every change, from whatever process: a reader reloads when it differs from what it loaded. */
    long version();
}
