package movierec.server.taste;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
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
import movierec.server.json.Parameters;
import movierec.taste.EventKind;
import movierec.taste.EventLog;
import movierec.taste.RecordedEvent;
import movierec.taste.TasteStore;
import movierec.title.Catalogue;
import movierec.title.TitleId;

/** {@code /api/user/history}: what the user did, newest recorded first, and taking it back. */
public final class HistoryEndpoints {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 500;
    private static final Set<EventKind> DONE = EnumSet.complementOf(EnumSet.of(EventKind.SHOWN));

    private final EventLog events;
    private final TasteStore tastes;
    private final Supplier<ServingState> state;

    public HistoryEndpoints(EventLog events, TasteStore tastes, Supplier<ServingState> state) {
        this.events = events;
        this.tastes = tastes;
        this.state = state;
    }

    /** A page of events, without what was merely shown unless that is asked for; the next one begins at the cursor. */
    public Answer show(Call call) {
        UserId user = call.user();
        Parameters query = call.query();
        List<EventKind> asked = query.list("kind", EventKind.values().length, EventKind::of, "kinds of events");
        Set<EventKind> kinds = asked.isEmpty() ? DONE : EnumSet.copyOf(asked);
        long before = cursor(query);
        int limit = query.integer("limit", 1, MAX_LIMIT, DEFAULT_LIMIT);
        call.check();
        Catalogue catalogue = state.get().catalogue();
        String tag = EntityTag.of(
                "history", user, tastes.version(user), catalogue.version(), call.calledPath(), call.queryString());
        if (call.hasCopy(tag)) {
            return Answer.notModified(tag, Caching.PERSONAL);
        }
        List<RecordedEvent> found = events.history(user, kinds, before, limit + 1);
        boolean more = found.size() > limit;
        List<RecordedEvent> page = more ? found.subList(0, limit) : found;
        String next = more ? Long.toString(page.getLast().id()) : "";
        Answer answer =
                Answer.bytes(200, Answer.JSON, json(page, next, catalogue)).cached(Caching.PERSONAL, tag);
        return more ? answer.header("Link", Paging.link(call, "cursor", next, "next")) : answer;
    }

    private static long cursor(Parameters query) {
        String cursor = query.text("cursor", 32, "");
        if (cursor.isEmpty()) {
            return Long.MAX_VALUE;
        }
        if (!cursor.matches("\\d{1,18}")) {
            query.fault("cursor", "must be the nextCursor of another page");
            return Long.MAX_VALUE;
        }
        return Long.parseLong(cursor);
    }

    private static byte[] json(List<RecordedEvent> page, String next, Catalogue catalogue) {
        return Json.written(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("results");
            for (RecordedEvent event : page) {
                EventJson.write(json, event, catalogue);
            }
            json.writeEndArray();
            if (!next.isEmpty()) {
                json.writeStringField("nextCursor", next);
            }
            json.writeEndObject();
        });
    }

    /** Removes one event. */
    public Answer remove(Call call) {
        UserId user = call.user();
        String eventId = call.path("eventId");
        if (!eventId.matches("\\d{1,18}")) {
            throw Refusal.Invalid.parameter("eventId", "must be the number of an event");
        }
        if (!events.delete(user, Long.parseLong(eventId))) {
            throw new Refusal.NotFound("There is no such event");
        }
        return Answer.noContent();
    }

    /** "This was not me": removes everything the user did with one title. */
    public Answer removeTitle(Call call) {
        UserId user = call.user();
        Parameters query = call.query();
        TitleId titleId = TitleId.parse(query.text("titleId", 32)).orElse(TitleId.movie(1));
        if (query.has("titleId") && TitleId.parse(query.text("titleId", 32, "")).isEmpty()) {
            query.fault("titleId", "must be a title id such as movie:550");
        }
        call.check();
        int removed = events.deleteAll(user, titleId, EnumSet.allOf(EventKind.class));
        if (removed == 0) {
            throw new Refusal.NotFound("There are no events about " + titleId);
        }
        return Answer.ok(Map.of("removed", removed));
    }
}
