package movierec.testkit.taste;

import java.util.List;
import movierec.taste.Preferences;

/** Default preferences with a few changes. Not thread-safe. */
public final class PreferencesBuilder {
    private List<String> favoriteGenres = List.of();
    private List<String> keywords = List.of();
    private double minRating = 0;
    private double maxRating = 10;
    private int firstYear = Preferences.FIRST_YEAR;
    private int lastYear = Preferences.LAST_YEAR;
    private List<String> moods = List.of();
    private List<String> excludedGenres = List.of();
    private List<String> excludedKeywords = List.of();
    private List<String> providers = List.of();
    private String region = "";
    private String maxCertification = "";
    private String mediaType = "both";

    public PreferencesBuilder years(int first, int last) {
        firstYear = first;
        lastYear = last;
        return this;
    }

    public PreferencesBuilder rating(double min, double max) {
        minRating = min;
        maxRating = max;
        return this;
    }

    public PreferencesBuilder favoriteGenres(String... values) {
        favoriteGenres = List.of(values);
        return this;
    }

    public PreferencesBuilder keywords(String... values) {
        keywords = List.of(values);
        return this;
    }

    public PreferencesBuilder moods(String... values) {
        moods = List.of(values);
        return this;
    }

    public PreferencesBuilder excludedGenres(String... values) {
        excludedGenres = List.of(values);
        return this;
    }

    public PreferencesBuilder excludedKeywords(String... values) {
        excludedKeywords = List.of(values);
        return this;
    }

    /** @param where the region, or empty */
    public PreferencesBuilder providers(String where, String... values) {
        region = where;
        providers = List.of(values);
        return this;
    }

    public PreferencesBuilder maxCertification(String value) {
        maxCertification = value;
        return this;
    }

    public PreferencesBuilder mediaType(String value) {
        mediaType = value;
        return this;
    }

    public Preferences build() {
        List<String> none = List.of();
        return new Preferences(
                favoriteGenres,
                keywords,
                minRating,
                maxRating,
                firstYear,
                lastYear,
                none,
                moods,
                none,
                none,
                none,
                none,
                none,
                none,
                excludedGenres,
                excludedKeywords,
                providers,
                region,
                maxCertification,
                mediaType);
    }
}
