package movierec.recommend;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import movierec.taste.Event;
import movierec.taste.EventKind;
import movierec.taste.Preferences;
import movierec.taste.ServedList;
import movierec.taste.Taste;
import movierec.title.TitleId;

/**
 * The first step of the pipeline: everything about the user and the question that the other steps look at.
 *
 * @param tasteVersion the stored events the history comes from
 * @param hidden titles that must not be shown, whatever they score
 * @param served lists served lately, newest first
 * @param storedBatch the batch layer where no model is in memory
 */
public record UserContext(
        TasteVersion tasteVersion,
        Preferences preferences,
        History history,
        Set<TitleId> hidden,
        List<ServedList> served,
        StoredBatch storedBatch,
        MediaFilter mediaType,
        Dials dials,
        Instant now) {

    /** Reads a stored taste as the question wants it read. */
    static UserContext of(Taste taste, Ask ask, StoredBatch storedBatch, boolean showWatchlist, Instant now) {
        WhatIf whatIf = ask.whatIf();
        boolean asStored = !whatIf.assumesAnotherHistory();
        History history = History.of(asStored ? taste.events() : assumed(taste.events(), whatIf, now));
        TasteVersion tasteVersion = asStored ? TasteVersion.of(taste) : TasteVersion.NOT_STORED;
        Set<TitleId> hidden = new HashSet<>(history.settled());
        hidden.addAll(whatIf.exclude());
        if (!showWatchlist) {
            hidden.addAll(history.watchlist());
        }
        Preferences preferences = whatIf.preferences().apply(taste.preferences());
        return new UserContext(
                tasteVersion,
                preferences,
                history,
                hidden,
                taste.served(),
                storedBatch,
                ask.mediaType(),
                ask.dials(),
                now);
    }

    /** A context that is not stored anywhere: a session's, or a group member's. */
    static UserContext assumed(
            List<Event> events, Set<TitleId> exclude, Preferences preferences, MediaFilter mediaType, Instant now) {
        History history = History.of(events);
        Set<TitleId> hidden = new HashSet<>(history.settled());
        hidden.addAll(exclude);
        return new UserContext(
                TasteVersion.NOT_STORED,
                preferences,
                history,
                hidden,
                List.of(),
                StoredBatch.NONE,
                mediaType,
                Dials.DEFAULT,
                now);
    }

    private static List<Event> assumed(List<Event> stored, WhatIf whatIf, Instant now) {
        List<Event> events = new ArrayList<>(stored);
        replace(events, EventKind.FAVOURITE, whatIf.favourites(), now);
        replace(events, EventKind.WATCHLIST, whatIf.watchlist(), now);
        return events;
    }

    private static void replace(List<Event> events, EventKind kind, List<TitleId> titles, Instant now) {
        if (titles.isEmpty()) {
            return;
        }
        events.removeIf(event -> event.kind() == kind);
        titles.forEach(titleId -> events.add(Event.of(titleId, kind, now)));
    }
}
