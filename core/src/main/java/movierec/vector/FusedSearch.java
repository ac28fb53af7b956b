package movierec.vector;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import movierec.title.Title;
import movierec.title.TitleId;
import movierec.title.TitleSearch;

/**
 * Search by words and by meaning in one list. Titles that have every word of the text come first, as who types a name or a
 * person means that; what is only similar, in words or in meaning, follows, the two lists fused by reciprocal rank. Thread-safe.
 */
public final class FusedSearch {
    /**
     * How little the first places of a list count more than the next ones: a title's worth is the sum of 1 / (60 + place) over
     * the lists it is in. The value of Cormack, Clarke and Buettcher (SIGIR 2009), who found that it hardly matters.
     */
    static final int RANK_CONSTANT = 60;

    /** Beyond the nearest few nobody sees what they have to do with the text. */
    private static final int MOST_BY_MEANING = 50;

    private final TitleSearch words;
    private final MeaningSearch meaning;

    public FusedSearch(TitleSearch words, MeaningSearch meaning) {
        this.words = words;
        this.meaning = meaning;
    }

    /** See {@link TitleSearch#rebuild}; vectors follow by themselves. */
    public void rebuild(Collection<Title> titles) {
        words.rebuild(titles);
    }

    /** Best matches first, each once, at most {@code limit}. */
    public List<TitleId> search(String text, int limit, Predicate<TitleId> filter) {
        if (limit <= 0) {
            return List.of();
        }
        TitleSearch.Matches matches = words.match(text, limit);
        Set<TitleId> found = new LinkedHashSet<>(passing(matches.full(), filter));
        if (found.size() < limit) {
            List<TitleId> meant = meaning.search(text, Math.min(limit, MOST_BY_MEANING), filter);
            found.addAll(fuse(passing(matches.partial(), filter), meant));
        }
        return found.stream().limit(limit).toList();
    }

    private static List<TitleId> passing(List<TitleId> titleIds, Predicate<TitleId> filter) {
        return titleIds.stream().filter(filter).toList();
    }

    /** Equally worthy titles stand in the order of the first list. */
    static List<TitleId> fuse(List<TitleId> first, List<TitleId> second) {
        Map<TitleId, Double> worth = new LinkedHashMap<>();
        for (List<TitleId> list : List.of(first, second)) {
            for (int place = 0; place < list.size(); place++) {
                worth.merge(list.get(place), 1.0 / (RANK_CONSTANT + place + 1), Double::sum);
            }
        }
        List<TitleId> fused = new ArrayList<>(worth.keySet());
        fused.sort(Comparator.comparing(worth::get, Comparator.reverseOrder()));
        return fused;
    }
}
