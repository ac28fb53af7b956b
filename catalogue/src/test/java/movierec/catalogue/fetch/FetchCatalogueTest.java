package movierec.catalogue.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import movierec.faketmdb.world.Kind;
import movierec.faketmdb.world.WorldPlan;
import movierec.job.JobStatus;
import movierec.job.JobStatus.State;
import movierec.title.Genre;
import movierec.title.ListKey;
import movierec.title.ListScope;
import movierec.title.ListType;
import movierec.title.StoredList;
import movierec.title.Title;
import movierec.title.TitleId;
import movierec.title.TitleSource.JobKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whole runs against a TMDB over HTTP. */
class FetchCatalogueTest {
    private static final ListKey POPULAR_MOVIES = ListKey.of(ListType.POPULAR, ListScope.MOVIE);

    private final FetchedWorld world = new FetchedWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void asksForSevenPagesADayAndOnceForEveryNewTitle() {
        JobStatus status = world.fetch(JobKind.DAILY);

        assertThat(status.state()).isEqualTo(State.COMPLETED);
        Map<String, Integer> calls = world.calls();
        assertThat(calls)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "details", listedTitles().size(),
                        "/3/movie/popular", 2,
                        "/3/tv/popular", 2,
                        "/3/trending/movie/{time_window}", 1,
                        "/3/trending/tv/{time_window}", 1,
                        "/3/trending/all/{time_window}", 1));
        assertThat(listedTitles()).hasSizeBetween(60, 140);
    }

    @Test
    void asksForEighteenPagesAWeekAndForAllOfItInAFullRun() {
        world.fetch(JobKind.WEEKLY);
        assertThat(pages()).isEqualTo(18);

        try (FetchedWorld another = new FetchedWorld()) {
            another.fetch(JobKind.FULL);
            assertThat(another.calls())
                    .containsEntry("/3/configuration", 1)
                    .containsEntry("/3/genre/movie/list", 1)
                    .containsEntry("/3/genre/tv/list", 1)
                    .containsEntry("/3/watch/providers/regions", 1);
            assertThat(another.stores.references().find("tmdb")).isPresent();
        }
    }

    @Test
    void everyTitleOfTheListsIsThereInDetail() {
        world.fetch(JobKind.FULL);

        Map<TitleId, Title> titles = new HashMap<>();
        world.stores.titles().all().forEach(title -> titles.put(title.id(), title));
        assertThat(titles.keySet()).isEqualTo(listedTitles());
        assertThat(titles.values()).allMatch(Title::detailed).anyMatch(title -> !title.keywords()
                .isEmpty());
        assertThat(list(POPULAR_MOVIES).titles()).hasSizeBetween(30, 40).doesNotHaveDuplicates();
    }

    @Test
    void aSecondRunAtOnceAsksForNothing() {
        world.fetch(JobKind.FULL);
        world.forgetRequests();

        JobStatus second = world.fetch(JobKind.FULL);

        assertThat(second.state()).isEqualTo(State.COMPLETED);
        assertThat(world.log().count()).isZero();
    }

    @Test
    void theNextDayOnlyListsAndNewTitlesAreAskedFor() {
        world.fetch(JobKind.DAILY);
        world.forgetRequests();
        world.pass(Duration.ofDays(1));
        int known = world.stores.titles().all().size();

        world.fetch(JobKind.DAILY);

        int details = world.calls().getOrDefault("details", 0);
        assertThat(pages()).isEqualTo(7);
        assertThat(details).isEqualTo(world.stores.titles().all().size() - known);
    }

    @Test
    void staleTitlesAreAskedForAgainAndUnchangedOnesCountAsFresh() {
        world.fetch(JobKind.DAILY);
        Set<TitleId> listed = listedTitles();
        world.forgetRequests();
        world.pass(Duration.ofDays(31));

        JobStatus status = world.fetch(JobKind.DAILY);

        assertThat(world.calls().get("details"))
                .isEqualTo(listed.size() + newTitles(listed).size());
        assertThat(status.counts().get("titles unchanged")).isPositive();
        assertThat(world.stores.titles().of("tmdb", listed))
                .allMatch(title -> title.fetchedAt().isAfter(FetchedWorld.START));
    }

    @Test
    void listsSayWhenTheyAreToBeReplaced() {
        world.fetch(JobKind.FULL);

        StoredList daily = list(POPULAR_MOVIES);
        StoredList weekly = list(ListKey.of(ListType.HIDDEN_GEMS, ListScope.TV));
        assertThat(Duration.between(daily.fetchedAt(), daily.expiresAt()))
                .isBetween(Duration.ofDays(2), Duration.ofHours(51));
        assertThat(Duration.between(weekly.fetchedAt(), weekly.expiresAt()))
                .isBetween(Duration.ofDays(14), Duration.ofHours(353));
    }

    @Test
    void theGenresThatUsersWantAreFetched() {
        world.topGenres = List.of(Genre.WESTERN, Genre.HORROR);

        world.fetch(JobKind.WEEKLY);

        assertThat(world.stores.lists().all())
                .extracting(StoredList::key)
                .contains(ListKey.of(Genre.WESTERN, ListScope.MOVIE), ListKey.of(Genre.HORROR, ListScope.MOVIE));
    }

    @Test
    void aTitleThatIsGoneIsForgottenAndNotAskedForAgainForAWeek() {
        world.fetch(JobKind.DAILY);
        TitleId gone = list(POPULAR_MOVIES).titles().getFirst();
        world.tmdb.world().remove(Kind.MOVIE, gone.number());
        // Its details are asked for again because they are old; the lists name it no longer, so this run keeps the
        // list.
        world.pass(Duration.ofDays(31));
        DetailFetch details = new DetailFetch(
                world.source,
                new TitleSaver(world.stores.titles(), world.stores.checks(), time -> {}),
                new Patience(Duration.ZERO, time -> {}),
                world.clock,
                2);
        Staleness staleness = new Staleness("tmdb", world.stores, Duration.ofDays(30));

        details.fetch(staleness.among(Set.of(gone), world.clock.instant()), run());

        assertThat(world.stores.titles().find(gone)).isEmpty();
        assertThat(staleness.among(Set.of(gone), world.clock.instant())).isEmpty();
        world.pass(Duration.ofDays(8));
        assertThat(staleness.among(Set.of(gone), world.clock.instant())).hasSize(1);
    }

    @Test
    void aRunThatIsOutOfTimePausesAndTheNextOneGoesOn() {
        FetchSettings noTime = FetchedWorld.settings(Duration.ZERO);

        JobStatus first = world.fetch(JobKind.DAILY, world.stores, noTime);
        assertThat(first.state()).isEqualTo(State.PAUSED);
        JobStatus second = world.fetch(JobKind.DAILY);

        assertThat(second.state()).isEqualTo(State.COMPLETED);
        assertThat(second.startedAt()).isEqualTo(first.startedAt());
        assertThat(pages()).isEqualTo(7);
    }

    @Test
    void aCancelledRunEndsSoonAndTheNextOneBeginsAnew() {
        world.mayGoOn = () -> {
            if (world.log().count() == 3) {
                world.pass(Duration.ofSeconds(1));
                world.stores.jobs().requestCancel("fetch-daily", world.clock.instant());
            }
            return true;
        };

        JobStatus cancelled = world.fetch(JobKind.DAILY);
        assertThat(cancelled.state()).isEqualTo(State.CANCELLED);
        assertThat(world.log().count()).isEqualTo(3);
        world.mayGoOn = () -> true;
        world.pass(Duration.ofSeconds(1));

        assertThat(world.fetch(JobKind.DAILY).state()).isEqualTo(State.COMPLETED);
    }

    @Test
    void aRowThatCannotBeReadCostsOnlyItself() {
        try (FetchedWorld broken = new FetchedWorld(WorldPlan.STANDARD.withBrokenRows(true))) {
            assertThat(broken.fetch(JobKind.FULL).state()).isEqualTo(State.COMPLETED);
            assertThat(broken.stores.titles().all()).hasSizeGreaterThan(200);
        }
    }

    private Run run() {
        return new Run(
                world.control(),
                "test",
                world.stores.jobs(),
                Optional.empty(),
                false,
                world.clock.instant().plusSeconds(60));
    }

    private StoredList list(ListKey key) {
        return world.stores.lists().all().stream()
                .filter(list -> list.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private Set<TitleId> listedTitles() {
        Set<TitleId> listed = new HashSet<>();
        world.stores.lists().all().forEach(list -> listed.addAll(list.titles()));
        return listed;
    }

    private Set<TitleId> newTitles(Set<TitleId> before) {
        Set<TitleId> listed = listedTitles();
        listed.removeAll(before);
        return listed;
    }

    private int pages() {
        Map<String, Integer> calls = world.calls();
        calls.remove("details");
        return calls.values().stream().mapToInt(Integer::intValue).sum();
    }
}
