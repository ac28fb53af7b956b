package movierec.title;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Finds titles by name or person: prefixes, and words with a typo or two, are found too. Thread-safe. */
public interface TitleSearch {
    /** Replaces the whole index at once; searches meanwhile use the old one. */
    void rebuild(Collection<Title> titles);

    /** Best matches first, at most {@code limit} in all; nothing for a text without letters or digits. */
    Matches match(String text, int limit);

    /** All matches as one list. */
    default List<TitleId> search(String text, int limit) {
        Matches matches = match(text, limit);
        return Stream.concat(matches.full().stream(), matches.partial().stream())
                .toList();
    }

    /**
     * What was found.
     *
     * @param full titles that have every word of the text in their names and people, be it with a typo
     * @param partial titles that lack a word; only looked for where there is nothing better
     */
    record Matches(List<TitleId> full, List<TitleId> partial) {
        public static final Matches NONE = new Matches(List.of(), List.of());

        public Matches {
            full = List.copyOf(full);
            partial = List.copyOf(partial);
        }
    }
}
