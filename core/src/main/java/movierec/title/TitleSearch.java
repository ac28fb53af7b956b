package movierec.title;

import java.util.Collection;
import java.util.List;

/** Finds titles by name or person: prefixes, and words with a typo or two, are found too. Thread-safe. */
public interface TitleSearch {
    /** Replaces the whole index at once; searches meanwhile use the old one. */
    void rebuild(Collection<Title> titles);

    /** Best matches first, at most {@code limit}; nothing for a text without letters or digits. */
    List<TitleId> search(String text, int limit);
}
