package movierec.recommend;

import java.util.Optional;
import movierec.title.MediaType;

/** Which types of titles are asked for. */
public enum MediaFilter {
    MOVIE,
    TV,
    BOTH;

    public boolean accepts(MediaType type) {
        return this == BOTH || (this == MOVIE) == (type == MediaType.MOVIE);
    }

    /** Reads {@code movie}, {@code tv} or {@code both}. */
    public static Optional<MediaFilter> of(String word) {
        for (MediaFilter filter : values()) {
            if (filter.name().equalsIgnoreCase(word)) {
                return Optional.of(filter);
            }
        }
        return Optional.empty();
    }
}
