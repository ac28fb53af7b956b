package movierec.catalogue.tmdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import movierec.failure.OutsideFailure;
import movierec.faketmdb.Fault;
import movierec.faketmdb.Rule;
import movierec.faketmdb.world.FakeTitle;
import movierec.faketmdb.world.Kind;
import movierec.faketmdb.world.WorldPlan;
import movierec.title.Genre;
import movierec.title.ListKey;
import movierec.title.ListScope;
import movierec.title.ListType;
import movierec.title.MediaType;
import movierec.title.Title;
import movierec.title.TitleFeed.Known;
import movierec.title.TitleId;
import movierec.title.TitleSource.Found;
import movierec.title.TitleSource.Gone;
import movierec.title.TitleSource.JobKind;
import movierec.title.TitleSource.PagePlan;
import movierec.title.TitleSource.Unchanged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TmdbSourceTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private final TmdbFixture tmdb = new TmdbFixture(WorldPlan.STANDARD, TmdbFixture.FAST);

    @AfterEach
    void close() {
        tmdb.close();
    }

    @Test
    void refusesListsThatTmdbDoesNotHave() {
        assertThatThrownBy(() -> tmdb.source.page(ListKey.of(ListType.POPULAR, ListScope.MIXED), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("popular#mixed");
        assertThatThrownBy(() -> tmdb.source.page(new ListKey("genre_1", ListScope.TV), 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tmdb.source.page(ListKey.of(ListType.POPULAR, ListScope.TV), 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(tmdb.asked()).isEmpty();
    }

    @Test
    void neverAsksForPage501() {
        assertThat(tmdb.source
                        .page(ListKey.of(ListType.TRENDING, ListScope.MIXED), 1)
                        .totalPages())
                .isEqualTo(500);
        assertThat(tmdb.source
                        .page(ListKey.of(ListType.TRENDING, ListScope.MIXED), 501)
                        .titles())
                .isEmpty();
        assertThat(tmdb.asked()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"DAILY, 7", "WEEKLY, 18", "FULL, 25"})
    void asksForExactlyThePagesOfTheJob(JobKind job, int calls) {
        fetch(tmdb.source.plan(job, List.of()));

        assertThat(tmdb.log().count()).isEqualTo(calls);
        assertThat(tmdb.log().byStatus()).isEqualTo(Map.of(200, calls));
    }

    @Test
    void aDayAsksForTheseLists() {
        fetch(tmdb.source.plan(JobKind.DAILY, List.of()));

        assertThat(tmdb.questions())
                .containsExactly(
                        "/3/movie/popular language=en-US",
                        "/3/movie/popular language=en-US&page=2",
                        "/3/tv/popular language=en-US",
                        "/3/tv/popular language=en-US&page=2",
                        "/3/trending/movie/week language=en-US",
                        "/3/trending/tv/week language=en-US",
                        "/3/trending/all/day language=en-US");
    }

    @Test
    void aWeekAsksForTheGenresThatAreWanted() {
        // Horror is unknown to shows, adventure and action are one genre of theirs, and talk is unknown to movies.
        fetch(tmdb.source.plan(
                JobKind.WEEKLY, List.of(Genre.HORROR, Genre.ADVENTURE, Genre.ACTION, Genre.TALK, Genre.WAR)));

        assertThat(tmdb.questions().stream().limit(10).map(TmdbSourceTest::genreQuestion))
                .containsExactly(
                        "movie 27",
                        "movie 27 page 2",
                        "movie 12",
                        "tv 10759",
                        "tv 10759 page 2",
                        "movie 28",
                        "tv 10767",
                        "tv 10767 page 2",
                        "movie 10752",
                        "tv 10768");
        assertThat(tmdb.questions().stream().skip(10))
                .containsExactly(
                        "/3/discover/movie include_adult=false&language=en-US&sort_by=vote_average.desc"
                                + "&vote_average.gte=7.5&vote_count.gte=100&vote_count.lte=1000",
                        "/3/discover/tv include_adult=false&language=en-US&sort_by=vote_average.desc"
                                + "&vote_average.gte=7.5&vote_count.gte=100&vote_count.lte=1000",
                        "/3/discover/movie include_adult=false&language=en-US&sort_by=vote_average.desc"
                                + "&vote_average.gte=8&vote_count.gte=2000",
                        "/3/discover/tv include_adult=false&language=en-US&sort_by=vote_average.desc"
                                + "&vote_average.gte=8&vote_count.gte=2000",
                        "/3/movie/top_rated language=en-US",
                        "/3/movie/top_rated language=en-US&page=2",
                        "/3/tv/top_rated language=en-US",
                        "/3/tv/top_rated language=en-US&page=2");
    }

    @Test
    void fewWantedGenresAreFilledUpToFive() {
        for (List<Genre> wanted : List.of(List.<Genre>of(), List.of(Genre.DRAMA), List.of(Genre.KIDS, Genre.WESTERN))) {
            int pages = tmdb.source.plan(JobKind.WEEKLY, wanted).stream()
                    .filter(plan -> plan.list().genre().isPresent())
                    .mapToInt(PagePlan::pages)
                    .sum();

            assertThat(pages).as("%s", wanted).isEqualTo(10);
        }
    }

    @Test
    void moviesAreAskedOfTheRegionAndShowsAreNot() {
        try (TmdbFixture german = new TmdbFixture(
                WorldPlan.STANDARD,
                TmdbFixture.FAST,
                settings -> new TmdbSettings(
                        settings.baseUrl(), settings.exportsUrl(), "de-DE", "de", "day", List.of(), settings.limits()),
                TmdbFixture.KEY)) {
            german.source.page(ListKey.of(ListType.POPULAR, ListScope.MOVIE), 3);
            german.source.page(ListKey.of(ListType.POPULAR, ListScope.TV), 1);
            german.source.page(ListKey.of(ListType.TRENDING, ListScope.TV), 1);

            assertThat(german.questions())
                    .containsExactly(
                            "/3/movie/popular api_key=***&language=de-DE&page=3&region=DE",
                            "/3/tv/popular api_key=***&language=de-DE",
                            "/3/trending/tv/day api_key=***&language=de-DE");
        }
    }

    private void fetch(List<PagePlan> plan) {
        for (PagePlan pages : plan) {
            for (int page = 1; page <= pages.pages(); page++) {
                assertThat(tmdb.source.page(pages.list(), page).titles()).isNotEmpty();
            }
        }
    }

    private static String genreQuestion(String question) {
        return question.replaceFirst("/3/discover/(movie|tv) .*with_genres=(\\d+).*", "$1 $2")
                + (question.contains("page=2") ? " page 2" : "");
    }

    @Test
    void listsHoldNeitherPeopleNorAdultTitles() {
        ListKey all = ListKey.of(ListType.TRENDING, ListScope.MIXED);
        Set<TitleId> ids = new HashSet<>();
        for (int page = 1; page <= 30; page++) {
            tmdb.source.page(all, page).titles().forEach(title -> ids.add(title.id()));
        }

        Set<TitleId> real = new HashSet<>();
        for (Kind kind : Kind.values()) {
            tmdb.fake.world().titles(kind).filter(title -> !title.adult()).forEach(title -> real.add(id(title)));
        }
        assertThat(ids).hasSizeGreaterThan(400);
        assertThat(real).containsAll(ids);
    }

    @Test
    void oneCallTellsEverythingAboutATitle() {
        TitleId id = listed(MediaType.MOVIE).getFirst().id();
        tmdb.log().clear();
        tmdb.calls.took.clear();

        Found found = (Found) tmdb.source.details(id, "");

        assertThat(found.title().directors()).isNotEmpty();
        assertThat(found.title().cast()).isNotEmpty().hasSizeLessThanOrEqualTo(10);
        assertThat(found.title().keywords()).isNotEmpty();
        assertThat(found.title().fetchedAt()).isEqualTo(TmdbFixture.NOW);
        assertThat(found.etag()).startsWith("W/");
        assertThat(tmdb.asked()).containsExactly("/3/movie/{movie_id}");
    }

    @Test
    void offersAreKeptForTheAskedRegionsOnly() {
        List<String> regions = listed(MediaType.TV).stream()
                .flatMap(title -> ((Found) tmdb.source.details(title.id(), "")).title().offers().stream())
                .map(offer -> offer.region())
                .distinct()
                .toList();

        assertThat(regions).containsExactly("US");
    }

    @Test
    void aKnownAnswerIsNotSentAgainUntilTheTitleChanges() {
        TitleId id = listed(MediaType.TV).getFirst().id();
        Found first = (Found) tmdb.source.details(id, "");

        assertThat(tmdb.source.details(id, first.etag())).isEqualTo(new Unchanged());
        tmdb.fake.world().change(Kind.TV, id.number());
        assertThat(tmdb.source.details(id, first.etag())).isInstanceOf(Found.class);
        tmdb.fake.world().remove(Kind.TV, id.number());
        assertThat(tmdb.source.details(id, first.etag())).isEqualTo(new Gone());
        assertThat(tmdb.calls.told).contains("/tv/{id} not_modified", "/tv/{id} ok", "/tv/{id} not_found");
    }

    @Test
    void adultTitlesAreGone() {
        FakeTitle adult = tmdb.fake
                .world()
                .titles(Kind.MOVIE)
                .filter(FakeTitle::adult)
                .findFirst()
                .orElseThrow();

        assertThat(tmdb.source.details(id(adult), "")).isEqualTo(new Gone());
    }

    @Test
    void aListThatIsNotThereIsAFailureAndNoEmptyList() {
        tmdb.fake.script().add(Rule.always(new Fault.TmdbFailure(404)));

        assertThatThrownBy(() -> tmdb.source.page(ListKey.of(ListType.POPULAR, ListScope.TV), 1))
                .isInstanceOf(OutsideFailure.class)
                .hasMessageContaining("base URL");
    }

    @Test
    void referenceTakesFourCalls() {
        assertThat(tmdb.source.reference().imageBase())
                .isIn("", tmdb.fake.images().toString());
        assertThat(tmdb.source.reference().regions()).isNotEmpty();
        assertThat(tmdb.asked().subList(0, 4))
                .containsExactly(
                        "/3/configuration", "/3/genre/movie/list", "/3/genre/tv/list", "/3/watch/providers/regions");
        assertThat(tmdb.asked()).hasSize(8);
    }

    @Test
    void theExportTellsEveryTitleThatIsNotForAdults() {
        Map<TitleId, Double> told = new TreeMap<>();
        tmdb.source.everyTitle(MediaType.MOVIE, TODAY, known -> told.put(known.id(), known.popularity()));
        List<Known> shows = new ArrayList<>();
        tmdb.source.everyTitle(MediaType.TV, TODAY.minusDays(1), shows::add);

        Map<TitleId, Double> real = tmdb.fake
                .world()
                .titles(Kind.MOVIE)
                .filter(title -> !title.adult())
                .collect(Collectors.toMap(TmdbSourceTest::id, FakeTitle::popularity));
        assertThat(told).isEqualTo(new TreeMap<>(real));
        assertThat(shows).hasSize(400);
    }

    @Test
    void anExportThatIsMissingOrTornIsAFailure() {
        assertThatThrownBy(() -> tmdb.source.everyTitle(MediaType.MOVIE, TODAY.plusDays(1), known -> {}))
                .isInstanceOf(OutsideFailure.class)
                .hasMessageContaining("not there");
        tmdb.fake.script().add(Rule.always(new Fault.CutOff()));
        assertThatThrownBy(() -> tmdb.source.everyTitle(MediaType.MOVIE, TODAY, known -> {}))
                .isInstanceOf(OutsideFailure.class)
                .hasMessageContaining("too early");
    }

    @Test
    void theExportIsFetchedWithoutCredential() {
        try (TmdbFixture keyed =
                new TmdbFixture(WorldPlan.STANDARD, TmdbFixture.FAST, settings -> settings, TmdbFixture.KEY)) {
            keyed.source.everyTitle(MediaType.TV, TODAY, known -> {});

            assertThat(keyed.questions()).containsExactly("/p/exports/tv_series_ids_03_01_2026.json.gz ");
        }
    }

    @Test
    void changesAreToldToTheLastPageEachOnce() {
        List<TitleId> told = new ArrayList<>();

        tmdb.source.changes(MediaType.MOVIE, TODAY.minusDays(14), TODAY, told::add);

        Set<TitleId> real = tmdb.fake
                .world()
                .changes(Kind.MOVIE, TODAY.minusDays(14), TODAY)
                .mapToObj(number -> tmdb.fake.world().title(Kind.MOVIE, number).orElseThrow())
                .map(TmdbSourceTest::id)
                .collect(Collectors.toSet());
        assertThat(real).hasSizeGreaterThan(100);
        assertThat(told).doesNotHaveDuplicates();
        assertThat(real).containsAll(told);
        // What is for adults is left out, unless the feed does not say so.
        assertThat(told).hasSizeBetween(real.size() - 10, real.size());
    }

    @Test
    void changesOfMoreThanTwoWeeksAreNotAskedFor() {
        assertThatThrownBy(() -> tmdb.source.changes(MediaType.TV, TODAY.minusDays(15), TODAY, id -> {}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(tmdb.asked()).isEmpty();
    }

    private List<Title> listed(MediaType type) {
        return tmdb.source
                .page(ListKey.of(ListType.POPULAR, ListScope.of(type)), 1)
                .titles();
    }

    private static TitleId id(FakeTitle title) {
        return title.kind() == Kind.MOVIE ? TitleId.movie(title.id()) : TitleId.tv(title.id());
    }
}
