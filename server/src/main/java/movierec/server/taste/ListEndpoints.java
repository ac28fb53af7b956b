package movierec.server.taste;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import movierec.failure.Refusal;
import movierec.identity.UserId;
import movierec.recommend.ServingState;
import movierec.server.http.Answer;
import movierec.server.http.Caching;
import movierec.server.http.Call;
import movierec.server.http.EntityTag;
import movierec.server.http.Paging;
import movierec.server.json.Body;
import movierec.server.json.Json;
import movierec.server.metrics.Metrics;
import movierec.server.title.TitleJson;
import movierec.server.title.TitlePage;
import movierec.taste.ClientFacts;
import movierec.taste.ListEntry;
import movierec.taste.ListKind;
import movierec.taste.TasteStore;
import movierec.taste.TitleLists;
import movierec.title.Catalogue;
import movierec.title.TitleId;
import movierec.title.TitleInterest;

/** {@code /api/user/favourites} or {@code /api/user/watchlist} (LIST-1, LIST-2). */
public final class ListEndpoints {
    private static final int MAX_ENTRIES = 500;
    private static final int DEFAULT_LIMIT = 50;

    private final ListKind kind;
    private final TitleLists lists;
    private final TasteStore tastes;
    private final Supplier<ServingState> state;
    private final TitleInterest interest;
    private final InstantSource clock;
    private final Metrics metrics;
    private final TitleJson titles;

    public ListEndpoints(
            ListKind kind,
            TitleLists lists,
            TasteStore tastes,
            Supplier<ServingState> state,
            TitleInterest interest,
            InstantSource clock,
            Metrics metrics,
            TitleJson titles) {
        this.kind = kind;
        this.lists = lists;
        this.tastes = tastes;
        this.state = state;
        this.interest = interest;
        this.clock = clock;
        this.metrics = metrics;
        this.titles = titles;
    }

    /** A page of the list, newest first. */
    public Answer show(Call call) {
        UserId user = call.user();
        Paging paging = Paging.read(call.query(), DEFAULT_LIMIT, MAX_ENTRIES);
        call.check();
        Catalogue catalogue = state.get().catalogue();
        String tag = EntityTag.of(
                kind,
                user,
                tastes.version(user),
                catalogue.version(),
                call.calledPath(),
                call.queryString(),
                titles.variant());
        if (call.hasCopy(tag)) {
            return Answer.notModified(tag, Caching.PERSONAL);
        }
        TitleLists.Page page = lists.page(user, kind, paging.offset(), paging.limit());
        return TitlePage.of(
                        call,
                        paging,
                        page.entries(),
                        page.total(),
                        (json, entry) -> EntryJson.write(json, entry, catalogue, titles))
                .cached(Caching.PERSONAL, tag);
    }

    /** Adds one title or many; one that is there already keeps its {@code addedAt}. */
    public Answer add(Call call) {
        UserId user = call.user();
        Instant now = clock.instant();
        Map<TitleId, ListEntry> wanted = new LinkedHashMap<>();
        for (Body body : call.bodies(MAX_ENTRIES)) {
            TitleId titleId = TitleInput.of(body, "mediaId", "movieId", "titleId");
            wanted.putIfAbsent(titleId, new ListEntry(titleId, now, facts(body)));
        }
        call.check();
        int added = lists.add(user, kind, List.copyOf(wanted.values()));
        if (added < wanted.size()) {
            lists.page(user, kind, 0, Integer.MAX_VALUE)
                    .entries()
                    .forEach(stored -> wanted.replace(stored.titleId(), stored));
        }
        metrics.feedback(kind.event().word(), added);
        wanted.keySet().stream()
                .filter(id -> state.get().catalogue().indexOf(id) < 0)
                .forEach(interest::named);
        return Answer.bytes(added > 0 ? 201 : 200, Answer.JSON, added(added, wanted.values()));
    }

    private byte[] added(int added, Collection<ListEntry> entries) {
        Catalogue catalogue = state.get().catalogue();
        return Json.written(json -> {
            json.writeStartObject();
            json.writeNumberField("added", added);
            writeAll(json, entries, catalogue);
            json.writeEndObject();
        });
    }

    private void writeAll(JsonGenerator json, Collection<ListEntry> entries, Catalogue catalogue) throws IOException {
        json.writeArrayFieldStart("results");
        for (ListEntry entry : entries) {
            EntryJson.write(json, entry, catalogue, titles);
        }
        json.writeEndArray();
    }

    /** Removes the title that the query names. */
    public Answer removeNamed(Call call) {
        return remove(call, TitleInput.ofQuery(call));
    }

    /** Removes the title that the path names. */
    public Answer remove(Call call) {
        return remove(call, TitleInput.ofPath(call));
    }

    private Answer remove(Call call, TitleId titleId) {
        UserId user = call.user();
        call.check();
        if (!lists.remove(user, kind, titleId)) {
            throw new Refusal.NotFound(titleId + " is not on this list");
        }
        return Answer.noContent();
    }

    private static ClientFacts facts(Body body) {
        return new ClientFacts(
                body.text("title", 500, ""),
                body.text(body.present("poster_path", "posterPath"), 500, ""),
                body.text(body.present("release_date", "releaseDate"), 32, ""),
                body.number(body.present("vote_average", "voteAverage"), 0, 10, 0));
    }
}
