package movierec.server.taste;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import movierec.server.json.Body;
import movierec.taste.Event;
import movierec.taste.EventKind;
import movierec.title.Catalogue;
import movierec.title.TitleId;

/** Reads events as clients send them. */
final class EventInput {
    private static final int MAX_CLIENT_ID_LENGTH = 64;
    private static final int MAX_CONTEXT_LENGTH = 500;
    private static final int MAX_WORD_LENGTH = 40;

    /** Nobody watched a film before; it also keeps instants within what can be stored. */
    private static final Instant EARLIEST = Instant.parse("1890-01-01T00:00:00Z");

    /** Clocks of clients may be this much ahead; what they report from the future counts as now. */
    private static final Duration TOLERATED_SKEW = Duration.ofDays(1);

    private final Catalogue catalogue;
    private final Instant now;

    EventInput(Catalogue catalogue, Instant now) {
        this.catalogue = catalogue;
        this.now = now;
    }

    /** The event, or a harmless one when something is wrong with it, which is noted then. */
    Event read(Body body, String clientIdIfNone) {
        Optional<TitleId> titleId = TitleInput.read(body, "titleId", "mediaId", "movieId");
        if (titleId.isPresent() && catalogue.indexOf(titleId.get()) < 0) {
            body.fault(body.present("titleId", "mediaId", "movieId"), "is not in the catalogue");
        }
        EventKind kind = kind(body);
        Instant at = at(body);
        String clientId = body.text("clientId", MAX_CLIENT_ID_LENGTH, clientIdIfNone);
        String context = body.text("context", MAX_CONTEXT_LENGTH, "");
        double value = kind == EventKind.RATED ? rating(body, "value") : 0;
        return new Event(titleId.orElse(TitleInput.UNREADABLE), kind, value, at, clientId, context);
    }

    private static EventKind kind(Body body) {
        String word = body.text("kind", MAX_WORD_LENGTH);
        Optional<EventKind> kind = EventKind.of(word);
        if (!word.isEmpty() && kind.isEmpty()) {
            body.fault("kind", "must be one of rated, watched, favourite, watchlist, dismissed, clicked, shown");
        }
        return kind.orElse(EventKind.SHOWN);
    }

    private Instant at(Body body) {
        Instant at = body.instant("at", now);
        if (at.isBefore(EARLIEST) || at.isAfter(now.plus(TOLERATED_SKEW))) {
            body.fault("at", "must be a time from 1890 until now");
            return now;
        }
        return at.isAfter(now) ? now : at;
    }

    /** A required rating. */
    static double rating(Body body, String field) {
        double value = body.number(field, Event.MIN_RATING, Event.MAX_RATING, 0);
        if (Event.isRating(value)) {
            return value;
        }
        if (value != 0) {
            body.fault(field, "must be a rating from 0.5 to 5 in half steps");
        } else if (!body.has(field)) {
            body.fault(field, "is required: a rating from 0.5 to 5 in half steps");
        }
        return Event.MIN_RATING;
    }
}
