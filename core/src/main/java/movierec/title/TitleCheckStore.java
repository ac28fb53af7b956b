package movierec.title;

import java.util.Collection;
import java.util.List;

/** Remembers when sources were asked for single titles. Thread-safe. */
public interface TitleCheckStore {
    /** The checks of these titles that there are, in no order. */
    List<TitleCheck> find(String source, Collection<TitleId> ids);

    /** Adds checks; a later one of the same title and source takes the place of the earlier one. */
    void save(Collection<TitleCheck> checks);

    /** Removes the checks of one source and returns how many. */
    int deleteBySource(String source);
}
