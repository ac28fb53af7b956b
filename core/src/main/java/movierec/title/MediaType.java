package movierec.title;

import java.util.Optional;

/** Movie or TV show. TMDB numbers are unique per type only. */
public enum MediaType {
    MOVIE("movie"),
    TV("tv");

    private final String word;

    MediaType(String word) {
        this.word = word;
    }

    /** The word used in ids, parameters and JSON. */
    public String word() {
        return word;
    }

    public static Optional<MediaType> of(String word) {
        for (MediaType type : values()) {
            if (type.word.equalsIgnoreCase(word)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
