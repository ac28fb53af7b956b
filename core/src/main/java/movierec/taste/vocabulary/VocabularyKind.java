package movierec.taste.vocabulary;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import movierec.taste.Preferences;

/** The vocabularies, each with the field of {@link Preferences} that takes its terms. */
public enum VocabularyKind {
    GENRE("genre", "favoriteGenres", Preferences::favoriteGenres),
    SUBGENRE("subgenre", "subgenrePreferences", Preferences::subgenrePreferences),
    MOOD("mood", "moodPreferences", Preferences::moodPreferences),
    ERA("era", "eraPreferences", Preferences::eraPreferences),
    LANGUAGE("language", "languagePreferences", Preferences::languagePreferences),
    ACCLAIM("acclaim", "criticalAcclaimPreferences", Preferences::criticalAcclaimPreferences),
    AESTHETIC("aesthetic", "aestheticPreferences", Preferences::aestheticPreferences),
    STORY_STRUCTURE("storyStructure", "storyStructurePreferences", Preferences::storyStructurePreferences),
    CHARACTER("character", "characterPreferences", Preferences::characterPreferences);

    private final String word;
    private final String field;
    private final Function<Preferences, List<String>> stated;

    VocabularyKind(String word, String field, Function<Preferences, List<String>> stated) {
        this.word = word;
        this.field = field;
        this.stated = stated;
    }

    /** The vocabulary's name in the API. */
    public String word() {
        return word;
    }

    /** The name of the preferences' field, as in the API. */
    public String field() {
        return field;
    }

    /** What a user stated in the words of this vocabulary. */
    public List<String> stated(Preferences preferences) {
        return stated.apply(preferences);
    }

    public static Optional<VocabularyKind> of(String word) {
        for (VocabularyKind kind : values()) {
            if (kind.word.equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
