package movierec.taste;

import java.time.Instant;
import movierec.title.TitleId;

/**
 * Something a user did with a title.
 *
 * @param value the rating, 0.5 to 5 in half steps, for {@link EventKind#RATED}; 0 for every other kind
 * @param at when it happened, which may lie before it was recorded; kept to the millisecond
 * @param clientId the client's own id, at most 64 characters: the same id of the same user is one event; empty = none
 * @param context free text of the client, at most 500 characters; empty = none
 */
public record Event(TitleId titleId, EventKind kind, double value, Instant at, String clientId, String context) {
    public static final double MIN_RATING = 0.5;
    public static final double MAX_RATING = 5;

    public Event {
        if (kind == EventKind.RATED && !isRating(value)) {
            throw new IllegalArgumentException("A rating is 0.5 to 5 in half steps, not " + value);
        }
        if (clientId.length() > 64 || context.length() > 500) {
            throw new IllegalArgumentException("clientId has at most 64 characters, context at most 500");
        }
        value = kind == EventKind.RATED ? value : 0;
        at = Instant.ofEpochMilli(at.toEpochMilli());
    }

    public static Event of(TitleId titleId, EventKind kind, Instant at) {
        return new Event(titleId, kind, 0, at, "", "");
    }

    public static Event rated(TitleId titleId, double rating, Instant at) {
        return new Event(titleId, EventKind.RATED, rating, at, "", "");
    }

    public static boolean isRating(double value) {
        return value >= MIN_RATING && value <= MAX_RATING && value * 2 == Math.rint(value * 2);
    }
}
