package movierec.server.taste;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import movierec.failure.Refusal;
import movierec.identity.UserId;
import movierec.recommend.ServingState;
import movierec.server.http.Answer;
import movierec.server.http.Caching;
import movierec.server.http.Call;
import movierec.server.http.EntityTag;
import movierec.server.http.Paging;
import movierec.server.json.Json;
import movierec.server.metrics.Metrics;
import movierec.server.title.TitlePage;
import movierec.server.title.TitlePath;
import movierec.taste.Event;
import movierec.taste.EventKind;
import movierec.taste.EventLog;
import movierec.taste.RecordedEvent;
import movierec.taste.TasteStore;
import movierec.title.Catalogue;
import movierec.title.TitleId;

/** {@code /api/user/ratings}: a title's rating is the latest one recorded for it. */
public final class RatingEndpoints {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 500;
    private static final Set<EventKind> RATED = EnumSet.of(EventKind.RATED);

    private final EventLog events;
    private final TasteStore tastes;
    private final Supplier<ServingState> state;
    private final InstantSource clock;
    private final Metrics metrics;

    public RatingEndpoints(
            EventLog events, TasteStore tastes, Supplier<ServingState> state, InstantSource clock, Metrics metrics) {
        this.events = events;
        this.tastes = tastes;
        this.state = state;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** A page of the ratings that hold, newest first. */
    public Answer show(Call call) {
        UserId user = call.user();
        Paging paging = Paging.read(call.query(), DEFAULT_LIMIT, MAX_LIMIT);
        call.check();
        Catalogue catalogue = state.get().catalogue();
        String tag = EntityTag.of(
                "ratings", user, tastes.version(user), catalogue.version(), call.calledPath(), call.queryString());
        if (call.hasCopy(tag)) {
            return Answer.notModified(tag, Caching.PERSONAL);
        }
        List<RecordedEvent> ratings = latest(user);
        return TitlePage.of(
                        call,
                        paging,
                        paging.of(ratings),
                        ratings.size(),
                        (json, rating) -> EventJson.write(json, rating, catalogue))
                .cached(Caching.PERSONAL, tag);
    }

    /** Rates a title. */
    public Answer rate(Call call) {
        UserId user = call.user();
        TitleId titleId = TitlePath.of(call);
        double value = EventInput.rating(call.body(), "value");
        call.check();
        Catalogue catalogue = state.get().catalogue();
        if (catalogue.indexOf(titleId) < 0) {
            throw new Refusal.NotFound("The catalogue does not know " + titleId);
        }
        Instant now = clock.instant();
        events.record(user, List.of(Event.rated(titleId, value, now)));
        metrics.feedback(EventKind.RATED.word(), 1);
        RecordedEvent recorded = latest(user).stream()
                .filter(rating -> rating.event().titleId().equals(titleId))
                .findFirst()
                .orElseThrow(() -> new Refusal.Conflict("rating-removed", "The rating was removed at the same moment"));
        return Answer.bytes(200, Answer.JSON, Json.written(json -> EventJson.write(json, recorded, catalogue)));
    }

    /** Takes every rating of a title back. */
    public Answer remove(Call call) {
        UserId user = call.user();
        TitleId titleId = TitlePath.of(call);
        if (events.deleteAll(user, titleId, RATED) == 0) {
            throw new Refusal.NotFound(titleId + " is not rated");
        }
        return Answer.noContent();
    }

    /** The latest rating of each title, newest first. */
    private List<RecordedEvent> latest(UserId user) {
        Set<TitleId> seen = new HashSet<>();
        List<RecordedEvent> latest = new ArrayList<>();
        for (RecordedEvent rating : events.history(user, RATED, Long.MAX_VALUE, Integer.MAX_VALUE)) {
            if (seen.add(rating.event().titleId())) {
                latest.add(rating);
            }
        }
        return latest;
    }
}
