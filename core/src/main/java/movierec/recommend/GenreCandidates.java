package movierec.recommend;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import movierec.title.Genre;

/** The best titles of the user's three favourite genres. */
record GenreCandidates(int share) implements CandidateSource {
    private static final int GENRES = 3;

    @Override
    public String name() {
        return "genre";
    }

    @Override
    public int[] find(UserContext context, ServingState state, Signals signals, IntPredicate filter) {
        List<Genre> favourites = signals.genres().entrySet().stream()
                .sorted(Map.Entry.<Genre, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(GENRES)
                .map(Map.Entry::getKey)
                .toList();
        Set<Integer> found = new LinkedHashSet<>();
        for (Genre genre : favourites) {
            for (int titleIndex :
                    TopTitles.first(state.catalogue().byGenre(genre), share / favourites.size(), filter)) {
                found.add(titleIndex);
            }
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }
}
