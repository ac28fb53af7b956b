package movierec.catalogue.tmdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import movierec.failure.OutsideFailure;
import movierec.faketmdb.Fault;
import movierec.faketmdb.Rule;
import movierec.faketmdb.world.WorldPlan;
import movierec.recommend.Askers;
import movierec.recommend.MediaFilter;
import movierec.recommend.UserContext;
import movierec.taste.Preferences;
import movierec.title.Genre;
import movierec.title.Title;
import movierec.title.TitleId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TmdbLiveTest {
    private final TmdbFixture tmdb = new TmdbFixture(WorldPlan.STANDARD, TmdbFixture.FAST);
    private final List<Title> merged = new ArrayList<>();
    private final TmdbLive live = new TmdbLive(
            tmdb.client, tmdb.clock, name -> name.equals("Streamy") ? List.of(8, 9) : List.of(), merged::addAll);

    @AfterEach
    void close() {
        tmdb.close();
    }

    private static UserContext who(Preferences preferences) {
        return Askers.who(preferences, MediaFilter.BOTH, Set.of());
    }

    @Test
    void anOutageGivesNoTitlesAndIsNotRepeatedForAWhile() {
        tmdb.fake.script().add(Rule.next(1, Fault.MAINTENANCE));

        assertThat(live.discover(who(Preferences.DEFAULTS), 10)).isEmpty();
        assertThat(live.discover(who(Preferences.DEFAULTS), 10)).isEmpty();
        assertThat(tmdb.asked()).hasSize(1);

        tmdb.clock.advance(Duration.ofSeconds(31));
        assertThat(live.discover(who(Preferences.DEFAULTS), 10)).hasSize(10);
    }

    @Test
    void aSlowTmdbIsNotWaitedForLongerThanTheBudget() {
        tmdb.fake.script().add(Rule.always(new Fault.Slow(Duration.ofSeconds(1))));
        long start = System.nanoTime();

        live.discover(who(Preferences.DEFAULTS), 10);

        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(1000), Duration.ofMillis(1900));
    }

    @Test
    void aCatalogueThatCannotTakeTheTitlesDoesNotSpoilTheAnswer() {
        TmdbLive unlucky = new TmdbLive(tmdb.client, tmdb.clock, name -> List.of(), titles -> {
            throw new OutsideFailure("sqlite", "the disk is full", false, new IllegalStateException());
        });

        assertThat(unlucky.discover(who(Preferences.DEFAULTS), 10)).hasSize(10);
    }

    @Test
    void asksForWhatTheUserWants() {
        live.discover(who(Wishes.ofEveryKind("")), 10);

        String shared = "include_adult=false&language=en-US";
        assertThat(tmdb.questions())
                .containsExactly(
                        "/3/discover/movie " + shared + "&primary_release_date.gte=1990-01-01"
                                + "&primary_release_date.lte=2020-12-31&sort_by=popularity.desc"
                                + "&vote_average.gte=6.5&vote_average.lte=9.0&vote_count.gte=50&watch_region=US"
                                + "&with_genres=28%7C27&with_original_language=en&with_watch_providers=8%7C9"
                                + "&without_genres=18%2C10752",
                        "/3/discover/tv first_air_date.gte=1990-01-01&first_air_date.lte=2020-12-31&" + shared
                                + "&sort_by=popularity.desc"
                                + "&vote_average.gte=6.5&vote_average.lte=9.0&vote_count.gte=50&watch_region=US"
                                + "&with_genres=10759&with_original_language=en&with_watch_providers=8%7C9"
                                + "&without_genres=18%2C10768");
    }

    @Test
    void findsTitlesThatAreAsWanted() {
        Preferences wishes = new Preferences(
                List.of("Comedy"),
                List.of(),
                6,
                10,
                2000,
                Preferences.LAST_YEAR,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of("Drama"),
                List.of(),
                List.of(),
                "",
                "",
                "tv");

        List<Title> found = live.discover(who(wishes), 10);

        assertThat(found).isNotEmpty().allSatisfy(title -> {
            assertThat(title.id().toString()).startsWith("tv:");
            assertThat(title.genres()).contains(Genre.COMEDY).doesNotContain(Genre.DRAMA);
            assertThat(title.voteAverage()).isGreaterThanOrEqualTo(6);
            assertThat(title.year()).isGreaterThanOrEqualTo(2000);
        });
    }

    @Test
    void asksTwiceAtMostAndTheSameQuestionOnceInTenMinutes() {
        List<Title> first = live.discover(who(Preferences.DEFAULTS), 40);
        assertThat(tmdb.asked()).containsExactly("/3/discover/movie", "/3/discover/tv");
        assertThat(first).extracting(title -> title.id().type().word()).startsWith("movie", "tv", "movie", "tv");

        tmdb.clock.advance(Duration.ofMinutes(9));
        assertThat(live.discover(who(Preferences.DEFAULTS), 40)).isEqualTo(first);
        assertThat(tmdb.asked()).hasSize(2);

        tmdb.clock.advance(Duration.ofMinutes(2));
        live.discover(who(Preferences.DEFAULTS), 40);
        assertThat(tmdb.asked()).hasSize(4);
        assertThat(live.discover(Askers.who(Preferences.DEFAULTS, MediaFilter.MOVIE, Set.of()), 40))
                .hasSizeGreaterThan(30);
        assertThat(tmdb.asked()).hasSize(5);
    }

    @Test
    void everythingThatWasFoundIsHandedOnOnce() {
        List<Title> found = live.discover(who(Preferences.DEFAULTS), 5);
        live.discover(who(Preferences.DEFAULTS), 5);

        assertThat(merged).hasSizeGreaterThan(30).containsAll(found).doesNotHaveDuplicates();
    }

    @Test
    void leavesOutWhatMustNotBeShown() {
        Set<TitleId> hidden = live.discover(who(Preferences.DEFAULTS), 5).stream()
                .map(Title::id)
                .collect(Collectors.toSet());

        assertThat(live.discover(Askers.who(Preferences.DEFAULTS, MediaFilter.BOTH, hidden), 5))
                .hasSize(5)
                .extracting(Title::id)
                .doesNotContainAnyElementsOf(hidden);
    }

    @Test
    void asksNothingForWhomNothingCouldBeShown() {
        assertThat(live.discover(who(Wishes.ofEveryKind("PG")), 10)).isEmpty();
        assertThat(tmdb.asked()).isEmpty();
    }
}
