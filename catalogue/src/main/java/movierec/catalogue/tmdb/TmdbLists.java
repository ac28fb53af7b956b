package movierec.catalogue.tmdb;

import movierec.title.Genre;
import movierec.title.ListKey;
import movierec.title.ListScope;
import movierec.title.ListType;

/** Where TMDB keeps each list. */
record TmdbLists(TmdbSettings settings) {
    /** TMDB gives no more pages than that, whatever it says. */
    static final int LAST_PAGE = 500;

    /**
     * @param page from 1 to {@link #LAST_PAGE}
     * @throws IllegalArgumentException when there is no such list
     */
    TmdbRequest request(ListKey list, int page) {
        TmdbRequest request = list.type().isPresent()
                ? ofType(list.type().get(), list)
                : list.genre().map(genre -> ofGenre(genre, list)).orElseThrow(() -> unknown(list));
        // The official document knows no pages of trending lists, so the first one is asked for without number.
        return (page == 1 ? request : request.with("page", Integer.toString(page)))
                .with("language", settings.language());
    }

    private TmdbRequest ofType(ListType type, ListKey list) {
        return switch (type) {
            case TRENDING -> trending(list.scope());
            case POPULAR, TOP_RATED -> {
                TmdbRequest request = TmdbRequest.to("/" + word(list) + "/" + type.word(), "results");
                boolean isRegional =
                        list.scope() == ListScope.MOVIE && !settings.region().isEmpty();
                yield isRegional ? request.with("region", settings.region()) : request;
            }
            case HIDDEN_GEMS ->
                acclaimed(list, "7.5").with("vote_count.gte", "100").with("vote_count.lte", "1000");
            case AWARD_WINNING -> acclaimed(list, "8").with("vote_count.gte", "2000");
        };
    }

    private TmdbRequest trending(ListScope scope) {
        return switch (scope) {
            case MIXED -> TmdbRequest.to("/trending/all/day", "results");
            case MOVIE -> TmdbRequest.to("/trending/movie/" + settings.trendingWindow(), "results");
            case TV -> TmdbRequest.to("/trending/tv/" + settings.trendingWindow(), "results");
        };
    }

    private static TmdbRequest acclaimed(ListKey list, String average) {
        return discover(list).with("vote_average.gte", average).with("sort_by", "vote_average.desc");
    }

    private static TmdbRequest ofGenre(Genre genre, ListKey list) {
        return discover(list).with("with_genres", Integer.toString(genre.id())).with("sort_by", "popularity.desc");
    }

    private static TmdbRequest discover(ListKey list) {
        return TmdbRequest.to("/discover/" + word(list), "results").with("include_adult", "false");
    }

    private static String word(ListKey list) {
        return switch (list.scope()) {
            case MOVIE -> "movie";
            case TV -> "tv";
            case MIXED -> throw unknown(list);
        };
    }

    private static IllegalArgumentException unknown(ListKey list) {
        return new IllegalArgumentException("TMDB has no list " + list);
    }
}
