package movierec.title;

import java.util.List;

/** Keeps the lists of catalogue sources. Thread-safe. Changes grow {@link TitleStore#version}, too. */
public interface ListStore {
    /** Every list that is not beyond its source's legal age, see {@link SourceTerms}; ordered by key and source. */
    List<StoredList> all();

    /** Puts the list in the place of the one with its key and source; readers see the old one or the new one, never half. */
    void replace(StoredList list);

    /** Removes the lists of one source and returns how many. */
    int deleteBySource(String source);
}
