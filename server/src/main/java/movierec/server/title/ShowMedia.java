package movierec.server.title;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import movierec.recommend.MediaFilter;
import movierec.recommend.ServingState;
import movierec.server.http.Answer;
import movierec.server.http.Caching;
import movierec.server.http.Call;
import movierec.server.http.Endpoint;
import movierec.server.http.EntityTag;
import movierec.server.http.Paging;
import movierec.server.json.Parameters;
import movierec.title.Catalogue;
import movierec.title.CatalogueLists;
import movierec.title.Genre;
import movierec.title.ListType;
import movierec.title.Title;
import movierec.title.TitleId;

/** {@code GET /api/media}: the lists that everybody sees, trending, popular and the others, and the best of a genre (CAT-1). */
public final class ShowMedia implements Endpoint {
    private static final String GENRE = "genre_";

    private final Supplier<ServingState> state;
    private final InstantSource clock;
    private final TitleJson json;

    public ShowMedia(Supplier<ServingState> state, InstantSource clock, TitleJson json) {
        this.state = state;
        this.clock = clock;
        this.json = json;
    }

    @Override
    public Answer answer(Call call) {
        Parameters query = call.query();
        String listType = query.text("listType", 40, ListType.TRENDING.word());
        Optional<Lister> lister = lister(listType);
        if (lister.isEmpty()) {
            query.fault(
                    "listType",
                    "must be one of trending, popular, top_rated, hidden_gems, award_winning or a genre such as genre_18");
        }
        MediaFilter mediaType = TitleQuery.mediaType(query);
        Set<TitleId> excluded = TitleQuery.excluded(query);
        Paging paging = Paging.read(query, TitleQuery.DEFAULT_LIMIT, TitleQuery.MAX_LIMIT);
        call.check();
        Catalogue catalogue = state.get().catalogue();
        int year = clock.instant().atZone(ZoneOffset.UTC).getYear();
        String tag =
                EntityTag.of("media", call.calledPath(), call.queryString(), catalogue.version(), year, json.variant());
        if (call.hasCopy(tag)) {
            return Answer.notModified(tag, Caching.CATALOGUE);
        }
        List<Title> titles = lister.orElseThrow()
                .list(
                        new CatalogueLists(catalogue, year),
                        TitleQuery.ofType(mediaType).and(title -> !excluded.contains(title.id())));
        return TitlePage.of(call, paging, titles, json).cached(Caching.CATALOGUE, tag);
    }

    private static Optional<Lister> lister(String listType) {
        if (listType.startsWith(GENRE)) {
            return Genre.parse(listType.substring(GENRE.length()))
                    .map(genre -> (lists, filter) -> lists.genre(genre, filter));
        }
        return ListType.of(listType).map(type -> (lists, filter) -> lists.list(type, filter));
    }

    /** One of the lists. */
    private interface Lister {
        List<Title> list(CatalogueLists lists, Predicate<Title> filter);
    }
}
