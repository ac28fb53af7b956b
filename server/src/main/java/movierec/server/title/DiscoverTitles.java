package movierec.server.title;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import movierec.recommend.MediaFilter;
import movierec.recommend.ServingState;
import movierec.server.http.Answer;
import movierec.server.http.Caching;
import movierec.server.http.Call;
import movierec.server.http.Endpoint;
import movierec.server.http.EntityTag;
import movierec.server.http.Paging;
import movierec.server.json.Parameters;
import movierec.taste.Preferences;
import movierec.title.Catalogue;
import movierec.title.Certification;
import movierec.title.Discovery;
import movierec.title.Discovery.Order;
import movierec.title.Genre;
import movierec.title.MediaType;

/** {@code GET /api/discover}: titles by their facts (CAT-2). */
public final class DiscoverTitles implements Endpoint {
    private static final int MAX_WORDS = 10;
    private static final int MAX_MINUTES = 10_000;
    private static final List<String> ORDERS = List.of("popularity", "rating", "newest", "title");

    private final Supplier<ServingState> state;
    private final TitleJson titles;

    public DiscoverTitles(Supplier<ServingState> state, TitleJson titles) {
        this.state = state;
        this.titles = titles;
    }

    @Override
    public Answer answer(Call call) {
        Parameters query = call.query();
        Discovery discovery = discovery(query);
        Paging paging = Paging.read(query, TitleQuery.DEFAULT_LIMIT, TitleQuery.MAX_LIMIT);
        call.check();
        Catalogue catalogue = state.get().catalogue();
        String tag = EntityTag.of("discover", call.queryString(), catalogue.version(), titles.variant());
        if (call.hasCopy(tag)) {
            return Answer.notModified(tag, Caching.CATALOGUE);
        }
        return TitlePage.of(call, paging, discovery.search(catalogue), titles).cached(Caching.CATALOGUE, tag);
    }

    private static Discovery discovery(Parameters query) {
        MediaFilter mediaType = TitleQuery.mediaType(query);
        Set<MediaType> types =
                Stream.of(MediaType.values()).filter(mediaType::accepts).collect(Collectors.toSet());
        int maxMinutes = query.integer("maxRuntime", 0, MAX_MINUTES, Integer.MAX_VALUE);
        String certification = query.text("maxCertification", 10, "");
        if (!certification.isEmpty() && !Certification.isKnown(certification)) {
            query.fault("maxCertification", "must be a US certification such as PG-13 or TV-14");
        }
        return new Discovery(
                types,
                new HashSet<>(query.list("genre", MAX_WORDS, Genre::parse, "genre names or TMDB numbers")),
                new HashSet<>(query.list("keyword", MAX_WORDS, Optional::of, "keywords")),
                query.integer("yearFrom", Preferences.FIRST_YEAR, Preferences.LAST_YEAR, 0),
                query.integer("yearTo", Preferences.FIRST_YEAR, Preferences.LAST_YEAR, Preferences.LAST_YEAR),
                query.number("minRating", 0, 10, 0),
                query.number("maxRating", 0, 10, 10),
                query.integer("minRuntime", 0, MAX_MINUTES, 0),
                maxMinutes,
                query.text("language", 2, ""),
                new HashSet<>(query.list("provider", MAX_WORDS, Optional::of, "names or numbers of providers")),
                region(query),
                certification,
                Order.of(query.word("sort", ORDERS, "popularity")).orElse(Order.POPULARITY));
    }

    private static String region(Parameters query) {
        String region = query.text("region", 2, "").toUpperCase(Locale.ROOT);
        if (!region.isEmpty() && !region.matches("[A-Z]{2}")) {
            query.fault("region", "must be a country of two letters such as DE");
        }
        return region;
    }
}
