package movierec.server.title;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import movierec.recommend.ServingState;
import movierec.server.http.Answer;
import movierec.server.http.Call;
import movierec.server.http.Endpoint;
import movierec.server.http.Paging;
import movierec.server.json.Parameters;
import movierec.title.Catalogue;
import movierec.title.Title;
import movierec.title.TitleId;
import movierec.vector.FusedSearch;

/** {@code GET /api/search}: titles by name, person or meaning, best matches first. */
public final class SearchTitles implements Endpoint {
    /** Nobody reads on further than this. */
    private static final int MAX_RESULTS = 500;

    private static final int MAX_TEXT_LENGTH = 200;

    private final FusedSearch search;
    private final Supplier<ServingState> state;
    private final TitleJson titles;

    public SearchTitles(FusedSearch search, Supplier<ServingState> state, TitleJson titles) {
        this.search = search;
        this.state = state;
        this.titles = titles;
    }

    @Override
    public Answer answer(Call call) {
        Parameters query = call.query();
        String text = query.text("q", MAX_TEXT_LENGTH);
        Predicate<Title> ofType = TitleQuery.ofType(TitleQuery.mediaType(query));
        Paging paging = Paging.read(query, TitleQuery.DEFAULT_LIMIT, TitleQuery.MAX_LIMIT);
        call.check();
        Catalogue catalogue = state.get().catalogue();
        // Not cached: the index follows the catalogue a moment later and has no version of its own.
        Predicate<TitleId> wanted =
                titleId -> catalogue.find(titleId).filter(ofType).isPresent();
        List<Title> found = search.search(text, MAX_RESULTS, wanted).stream()
                .map(catalogue::find)
                .flatMap(Optional::stream)
                .toList();
        return TitlePage.of(call, paging, found, titles);
    }
}
