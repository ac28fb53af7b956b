package movierec.catalogue.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import movierec.title.Genre;
import movierec.title.Title;

/**
 * The traits by which simulated people tell titles apart, such as {@code keyword heist} or {@code person Al Pacino}, each
 * a dense feature index.
 */
final class TitleFeatures {
    private final Map<String, Integer> indexByFeature = new HashMap<>();
    private final int[][] featuresByTitle;
    private final int[] years;

    TitleFeatures(List<SampleTitle> titles) {
        featuresByTitle = new int[titles.size()][];
        years = new int[titles.size()];
        for (int titleIndex = 0; titleIndex < featuresByTitle.length; titleIndex++) {
            Title title = titles.get(titleIndex).title();
            years[titleIndex] = title.year();
            featuresByTitle[titleIndex] = traitsOf(title).stream()
                    .mapToInt(feature -> indexByFeature.computeIfAbsent(feature, f -> indexByFeature.size()))
                    .toArray();
        }
    }

    int titleCount() {
        return featuresByTitle.length;
    }

    int featureCount() {
        return indexByFeature.size();
    }

    /** Feature indexes of a title; the caller must not change the array. */
    int[] of(int titleIndex) {
        return featuresByTitle[titleIndex];
    }

    int year(int titleIndex) {
        return years[titleIndex];
    }

    /** The index of a feature, or -1 when no title has it. */
    int indexOf(String feature) {
        return indexByFeature.getOrDefault(feature, -1);
    }

    static String genre(Genre genre) {
        return "genre " + genre.label();
    }

    static String keyword(String keyword) {
        return "keyword " + keyword;
    }

    static String person(String name) {
        return "person " + name;
    }

    static String language(String code) {
        return "language " + code;
    }

    static String media(String word) {
        return "media " + word;
    }

    private static Set<String> traitsOf(Title title) {
        List<String> traits = new ArrayList<>();
        title.genres().forEach(genre -> traits.add(genre(genre)));
        title.keywords().forEach(keyword -> traits.add(keyword(keyword)));
        title.directors().forEach(name -> traits.add(person(name)));
        title.cast().forEach(name -> traits.add(person(name)));
        traits.add(language(title.originalLanguage()));
        traits.add(media(title.id().type().word()));
        return new LinkedHashSet<>(traits);
    }
}
