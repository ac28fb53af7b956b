package movierec.taste;

import java.util.List;

/**
 * What a user told us about their taste (PREF-2). Rating range, years, excluded genres and keywords, certification, media
 * type and, where watch offers are known, providers are hard filters; everything else is a soft weight. Field names are
 * those of the API.
 *
 * @param favoriteGenres genre names or TMDB numbers
 * @param minRating lowest mean vote, 0 to 10
 * @param releaseYearStart first year, inclusive
 * @param subgenrePreferences terms of the vocabulary of that name, as are the other {@code ...Preferences};
 *     {@code languagePreferences} holds ISO 639-1 codes
 * @param providers names of streaming services in any case, or their TMDB numbers
 * @param region ISO 3166-1 country of the services, or empty
 * @param maxCertification strictest certification still shown, such as {@code PG-13}, or empty for no cap
 * @param mediaType {@code movie}, {@code tv} or {@code both}
 */
public record Preferences(
        List<String> favoriteGenres,
        List<String> keywords,
        double minRating,
        double maxRating,
        int releaseYearStart,
        int releaseYearEnd,
        List<String> subgenrePreferences,
        List<String> moodPreferences,
        List<String> eraPreferences,
        List<String> languagePreferences,
        List<String> criticalAcclaimPreferences,
        List<String> aestheticPreferences,
        List<String> storyStructurePreferences,
        List<String> characterPreferences,
        List<String> excludedGenres,
        List<String> excludedKeywords,
        List<String> providers,
        String region,
        String maxCertification,
        String mediaType) {
    public static final int FIRST_YEAR = 1870;
    public static final int LAST_YEAR = 2100;

    public static final Preferences DEFAULTS = new Preferences(
            List.of(),
            List.of(),
            0,
            10,
            FIRST_YEAR,
            LAST_YEAR,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            "",
            "",
            "both");

    public Preferences {
        favoriteGenres = List.copyOf(favoriteGenres);
        keywords = List.copyOf(keywords);
        subgenrePreferences = List.copyOf(subgenrePreferences);
        moodPreferences = List.copyOf(moodPreferences);
        eraPreferences = List.copyOf(eraPreferences);
        languagePreferences = List.copyOf(languagePreferences);
        criticalAcclaimPreferences = List.copyOf(criticalAcclaimPreferences);
        aestheticPreferences = List.copyOf(aestheticPreferences);
        storyStructurePreferences = List.copyOf(storyStructurePreferences);
        characterPreferences = List.copyOf(characterPreferences);
        excludedGenres = List.copyOf(excludedGenres);
        excludedKeywords = List.copyOf(excludedKeywords);
        providers = List.copyOf(providers);
    }

    /** The same with another certification cap. */
    public Preferences withMaxCertification(String cap) {
        return new Preferences(
                favoriteGenres,
                keywords,
                minRating,
                maxRating,
                releaseYearStart,
                releaseYearEnd,
                subgenrePreferences,
                moodPreferences,
                eraPreferences,
                languagePreferences,
                criticalAcclaimPreferences,
                aestheticPreferences,
                storyStructurePreferences,
                characterPreferences,
                excludedGenres,
                excludedKeywords,
                providers,
                region,
                cap,
                mediaType);
    }
}
