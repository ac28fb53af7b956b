package movierec.catalogue.tmdb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import movierec.title.Genre;
import movierec.title.ListKey;
import movierec.title.ListScope;
import movierec.title.ListType;
import movierec.title.TitleSource.JobKind;
import movierec.title.TitleSource.PagePlan;

/** Which pages each job asks for (CAT-4): 7 a day, 18 a week. */
final class TmdbPlan {
    private static final List<PagePlan> DAILY = List.of(
            plan(ListType.POPULAR, ListScope.MOVIE, 2),
            plan(ListType.POPULAR, ListScope.TV, 2),
            plan(ListType.TRENDING, ListScope.MOVIE, 1),
            plan(ListType.TRENDING, ListScope.TV, 1),
            plan(ListType.TRENDING, ListScope.MIXED, 1));

    private static final List<PagePlan> WEEKLY = List.of(
            plan(ListType.HIDDEN_GEMS, ListScope.MOVIE, 1),
            plan(ListType.HIDDEN_GEMS, ListScope.TV, 1),
            plan(ListType.AWARD_WINNING, ListScope.MOVIE, 1),
            plan(ListType.AWARD_WINNING, ListScope.TV, 1),
            plan(ListType.TOP_RATED, ListScope.MOVIE, 2),
            plan(ListType.TOP_RATED, ListScope.TV, 2));

    private TmdbPlan() {}

    static List<PagePlan> of(JobKind job, List<Genre> topGenres) {
        List<PagePlan> plan = new ArrayList<>();
        if (job.includes(JobKind.DAILY)) {
            plan.addAll(DAILY);
        }
        if (job.includes(JobKind.WEEKLY)) {
            plan.addAll(byGenre(TmdbGenres.top(topGenres)));
            plan.addAll(WEEKLY);
        }
        return plan;
    }

    /** A page of movies and a page of shows for each genre; where one of them has no such genre, a further page of the other. */
    private static List<PagePlan> byGenre(List<Genre> genres) {
        Map<ListKey, Integer> pages = new LinkedHashMap<>();
        for (Genre genre : genres) {
            ListKey movies = ListKey.of(
                    TmdbGenres.ofMovies(genre).isPresent()
                            ? genre
                            : TmdbGenres.ofShows(genre).orElse(genre),
                    TmdbGenres.ofMovies(genre).isPresent() ? ListScope.MOVIE : ListScope.TV);
            ListKey shows = TmdbGenres.ofShows(genre)
                    .map(twin -> ListKey.of(twin, ListScope.TV))
                    .orElse(movies);
            pages.merge(movies, 1, Integer::sum);
            pages.merge(shows, 1, Integer::sum);
        }
        return pages.entrySet().stream()
                .map(entry -> new PagePlan(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static PagePlan plan(ListType type, ListScope scope, int pages) {
        return new PagePlan(ListKey.of(type, scope), pages);
    }
}
