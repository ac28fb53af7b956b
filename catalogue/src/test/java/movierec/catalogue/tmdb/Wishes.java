package movierec.catalogue.tmdb;

import java.util.List;
import movierec.taste.Preferences;

/** What users want. */
final class Wishes {
    private Wishes() {}

    /** Something of all that can be asked of TMDB. */
    static Preferences ofEveryKind(String maxCertification) {
        Preferences none = Preferences.DEFAULTS;
        return new Preferences(
                List.of("Action", "Horror", "Drama"),
                List.of("a keyword"),
                6.5,
                9,
                1990,
                2020,
                none.subgenrePreferences(),
                none.moodPreferences(),
                none.eraPreferences(),
                List.of("en"),
                none.criticalAcclaimPreferences(),
                none.aestheticPreferences(),
                none.storyStructurePreferences(),
                none.characterPreferences(),
                List.of("Drama", "War"),
                List.of(),
                List.of("Streamy", "Unheard"),
                "US",
                maxCertification,
                "both");
    }
}
