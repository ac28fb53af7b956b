package movierec.recommend;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import movierec.identity.UserId;
import movierec.taste.Taste;
import movierec.taste.TasteStore;
import movierec.title.Catalogue;
import movierec.title.CatalogueLists;
import movierec.title.Genre;
import movierec.title.ListType;
import movierec.title.Title;
import movierec.title.TitleId;

/** The rows of a personal front page (REC-13); no title stands in two rows. Thread-safe. */
public final class HomePage {
    private static final int BECAUSE_ROWS = 2;
    private static final int NEW_YEARS = 6;

    /** Similarity below which a title does not belong into a row named after another. */
    private static final double ALIKE = 0.1;

    private final RecommendTitles recommend;
    private final SimilarTitles similar;
    private final TasteStore tastes;
    private final Supplier<ServingState> states;
    private final InstantSource clock;

    public HomePage(
            RecommendTitles recommend,
            SimilarTitles similar,
            TasteStore tastes,
            Supplier<ServingState> states,
            InstantSource clock) {
        this.recommend = recommend;
        this.similar = similar;
        this.tastes = tastes;
        this.states = states;
        this.clock = clock;
    }

    /** One row; {@code because} is the user's title it is about, as text, or empty. */
    public record Row(String id, String heading, String because, List<Recommendation> titles) {
        public Row {
            titles = List.copyOf(titles);
        }
    }

    /** The page as of the taste it was built from. */
    public record Page(List<Row> rows, String modelVersion) {
        public Page {
            rows = List.copyOf(rows);
        }
    }

    /** @param perRow most titles in a row; rows without titles are left out */
    public Page build(UserId user, int perRow) {
        Taste taste = tastes.load(user, clock.instant());
        return new Builder(taste, perRow).build();
    }

    /** Builds one page, remembering what it has shown. */
    private final class Builder {
        private final ServingState state = states.get();
        private final Catalogue catalogue = state.catalogue();
        private final History history;
        private final TitleFilter filter;
        private final int perRow;
        private final int thisYear = clock.instant().atZone(ZoneOffset.UTC).getYear();
        private final Set<TitleId> shown = new HashSet<>();
        private final List<Row> rows = new ArrayList<>();
        private final Taste taste;

        Builder(Taste taste, int perRow) {
            this.taste = taste;
            this.perRow = perRow;
            history = History.of(taste.events());
            UserContext context = UserContext.assumed(
                    taste.events(), history.watchlist(), taste.preferences(), MediaFilter.BOTH, clock.instant());
            filter = TitleFilter.of(context, catalogue);
        }

        Page build() {
            Recommendations personal = recommend.recommend(Ask.of(taste.user(), Profile.TUNED, perRow));
            add(new Row("for-you", "For you", "", personal.titles()));
            becauseYouLiked();
            CatalogueLists lists = new CatalogueLists(catalogue, thisYear);
            add("trending", "Trending now", lists.list(ListType.TRENDING, this::mayShow), "Trending now");
            newInYourGenres(lists);
            add(
                    "hidden-gems",
                    "Hidden gems",
                    lists.list(ListType.HIDDEN_GEMS, this::mayShow),
                    "Loved by the few who know it");
            add(
                    "award-winning",
                    "Acclaimed",
                    lists.list(ListType.AWARD_WINNING, this::mayShow),
                    "Highly rated by other viewers");
            watchlist();
            return new Page(rows, personal.modelVersion());
        }

        private boolean mayShow(Title title) {
            return !shown.contains(title.id()) && filter.test(catalogue.indexOf(title.id()));
        }

        private void becauseYouLiked() {
            List<History.Item> favourites = history.items().stream()
                    .filter(item -> item.weight() >= 0.5)
                    .limit(BECAUSE_ROWS)
                    .toList();
            for (History.Item item : favourites) {
                catalogue.find(item.titleId()).ifPresent(liked -> {
                    List<Title> titles = similar.of(liked.id(), this::mayShow, perRow).stream()
                            .filter(one -> one.similarity() >= ALIKE)
                            .map(SimilarTitles.Similar::title)
                            .toList();
                    Reason reason = new Reason(
                            "because",
                            "Because you liked " + liked.name(),
                            liked.id().toString());
                    add(row("because-" + liked.id(), reason.text(), liked.id().toString(), titles, reason));
                });
            }
        }

        private void newInYourGenres(CatalogueLists lists) {
            Map<Genre, Double> affinity = Signals.genreAffinity(history, taste.preferences(), catalogue);
            Predicate<Title> fresh = title -> title.year() >= thisYear - NEW_YEARS && mayShow(title);
            affinity.entrySet().stream()
                    .max(Map.Entry.<Genre, Double>comparingByValue()
                            .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                    .map(Map.Entry::getKey)
                    .ifPresent(genre -> {
                        String name = genre.label().toLowerCase(Locale.ROOT);
                        add("new-in-your-genres", "New in " + name, lists.genre(genre, fresh), "New in " + name);
                    });
        }

        private void watchlist() {
            List<Title> titles = history.items().stream()
                    .filter(item -> history.watchlist().contains(item.titleId()))
                    .filter(item -> !history.settled().contains(item.titleId()))
                    .flatMap(item -> catalogue.find(item.titleId()).stream())
                    .toList();
            add("watchlist", "From your watchlist", titles, "On your watchlist");
        }

        private void add(String id, String heading, List<Title> titles, String reason) {
            add(row(id, heading, "", titles, Reason.plain(id, reason)));
        }

        private Row row(String id, String heading, String because, List<Title> titles, Reason reason) {
            List<Recommendation> recommendations = titles.stream()
                    .limit(perRow)
                    .map(title -> new Recommendation(title, quality(title), List.of(reason)))
                    .toList();
            return new Row(id, heading, because, recommendations);
        }

        private Parts quality(Title title) {
            return new Parts(0, 100 * catalogue.quality(catalogue.indexOf(title.id())), 0, 0, 0);
        }

        private void add(Row row) {
            List<Recommendation> unseen = row.titles().stream()
                    .filter(recommendation -> shown.add(recommendation.title().id()))
                    .toList();
            if (!unseen.isEmpty()) {
                rows.add(new Row(row.id(), row.heading(), row.because(), unseen));
            }
        }
    }
}
