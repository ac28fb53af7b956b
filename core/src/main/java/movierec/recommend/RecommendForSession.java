package movierec.recommend;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import movierec.taste.Event;
import movierec.taste.EventKind;
import movierec.taste.Preferences;
import movierec.title.TitleId;

/** A list for somebody without an account, from the titles they name (REC-14). Nothing is kept. Thread-safe. */
public final class RecommendForSession {
    private final RecommendTitles recommend;
    private final InstantSource clock;

    public RecommendForSession(RecommendTitles recommend, InstantSource clock) {
        this.recommend = recommend;
        this.clock = clock;
    }

    /** @param titles liked titles, latest first; they and {@code exclude} are not shown */
    public Recommendations recommend(
            List<TitleId> titles, Set<TitleId> exclude, Preferences preferences, MediaFilter mediaType, int limit) {
        Instant now = clock.instant();
        List<Event> events = new ArrayList<>();
        for (int position = 0; position < titles.size(); position++) {
            events.add(Event.of(titles.get(position), EventKind.FAVOURITE, now.minusSeconds(position)));
        }
        UserContext context = UserContext.assumed(events, exclude, preferences, mediaType, now);
        return recommend.recommend(context, Profile.BLEND, limit);
    }
}
