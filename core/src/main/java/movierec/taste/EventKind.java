package movierec.taste;

import java.util.Locale;
import java.util.Optional;

/** What a user did with a title. */
public enum EventKind {
    RATED,
    WATCHED,
    FAVOURITE,
    WATCHLIST,
    DISMISSED,
    CLICKED,
    SHOWN;

    /** The word used in JSON and storage. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a word; {@code favorite} is accepted for {@code favourite}. */
    public static Optional<EventKind> of(String word) {
        String wanted = word.equals("favorite") ? "favourite" : word;
        for (EventKind kind : values()) {
            if (kind.word().equals(wanted)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** Whether a title with such an event is never recommended to that user again (REC-10). */
    public boolean settlesTheTitle() {
        return this == RATED || this == WATCHED || this == FAVOURITE || this == DISMISSED;
    }
}
