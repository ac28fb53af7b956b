package movierec.recommend;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import movierec.taste.Preferences;
import movierec.taste.vocabulary.Term;
import movierec.title.Genre;
import movierec.title.Title;

/** How well titles match what the user stated in so many words: the soft preferences. */
final class StatedPreferences {
    private StatedPreferences() {}

    /**
     * How well each title matches everything stated together, scaled so that the best title has 1, by title index.
     * Empty when nothing soft was stated.
     */
    static float[] match(Preferences preferences, ServingState state) {
        List<float[]> wishes = new ArrayList<>();
        for (Term term : state.vocabularies().stated(preferences)) {
            wishes.add(state.strengths(term));
        }
        addGenres(preferences.favoriteGenres(), state, wishes);
        addKeywords(preferences.keywords(), state, wishes);
        return mean(wishes, state.catalogue().size());
    }

    private static void addGenres(List<String> names, ServingState state, List<float[]> wishes) {
        Set<Genre> wanted = new HashSet<>();
        names.forEach(name -> Genre.parse(name).ifPresent(genre -> wanted.addAll(genre.tastes())));
        if (!wanted.isEmpty()) {
            wishes.add(strengths(state, title -> {
                Set<Genre> tastes = Genre.tastesOf(title.genres());
                long shared = tastes.stream().filter(wanted::contains).count();
                return tastes.isEmpty() ? 0 : (float) shared / tastes.size();
            }));
        }
    }

    private static void addKeywords(List<String> words, ServingState state, List<float[]> wishes) {
        Set<String> wanted = new HashSet<>();
        words.forEach(word -> wanted.add(word.toLowerCase(Locale.ROOT)));
        if (!wanted.isEmpty()) {
            wishes.add(strengths(state, title -> {
                long shared = title.keywords().stream()
                        .filter(word -> wanted.contains(word.toLowerCase(Locale.ROOT)))
                        .count();
                return (float) shared / wanted.size();
            }));
        }
    }

    /** A wish about one title, 0 to 1. */
    private interface Wish {
        float of(Title title);
    }

    private static float[] strengths(ServingState state, Wish wish) {
        float[] strengths = new float[state.catalogue().size()];
        for (int titleIndex = 0; titleIndex < strengths.length; titleIndex++) {
            strengths[titleIndex] = wish.of(state.catalogue().title(titleIndex));
        }
        return strengths;
    }

    private static float[] mean(List<float[]> wishes, int size) {
        if (wishes.isEmpty()) {
            return new float[0];
        }
        float[] sum = new float[size];
        float best = 0;
        for (int titleIndex = 0; titleIndex < size; titleIndex++) {
            for (float[] wish : wishes) {
                sum[titleIndex] += wish[titleIndex];
            }
            best = Math.max(best, sum[titleIndex]);
        }
        for (int titleIndex = 0; titleIndex < size && best > 0; titleIndex++) {
            sum[titleIndex] /= best;
        }
        return sum;
    }
}
