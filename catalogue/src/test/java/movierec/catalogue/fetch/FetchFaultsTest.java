package movierec.catalogue.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import movierec.failure.OutsideFailure;
import movierec.faketmdb.Fault;
import movierec.faketmdb.FaultWords;
import movierec.faketmdb.Rule;
import movierec.job.JobStatus;
import movierec.job.JobStatus.State;
import movierec.title.StoredList;
import movierec.title.Title;
import movierec.title.TitleId;
import movierec.title.TitleSource.JobKind;
import movierec.title.TitleStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What runs do when TMDB, the store or the process fails: they end with a reason, and nothing that was there is lost. */
class FetchFaultsTest {
    private static final Duration SLICE = Duration.ofMinutes(4);

    private final FetchedWorld world = new FetchedWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aThirdOfAllAnswersFailingIsNoReasonToFail() {
        world.tmdb.script().add(Rule.share(0.3, Fault.INTERNAL, Fault.BAD_GATEWAY, new Fault.CutOff()));

        JobStatus status = fetchUntilComplete(JobKind.DAILY);

        assertThat(status.state()).isEqualTo(State.COMPLETED);
        assertThat(world.stores.lists().all()).hasSize(5);
    }

    @Test
    void aStormOfRefusalsIsOutlasted() {
        world.tmdb.script().add(Rule.next(40, Fault.RATE_LIMITED));

        JobStatus status = fetchUntilComplete(JobKind.DAILY);

        assertThat(status.state()).isEqualTo(State.COMPLETED);
        assertThat(world.stores.titles().all()).allMatch(Title::detailed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"outage", "429", "html", "garbage", "503"})
    void whatNeverEndsStopsTheRunWithAReasonAndLeavesEverythingAsItWas(String fault) {
        world.fetch(JobKind.FULL);
        List<StoredList> lists = world.stores.lists().all();
        List<Title> titles = world.stores.titles().all();
        world.pass(Duration.ofDays(31));
        world.tmdb.script().add(FaultWords.rule(fault));

        JobStatus status = world.fetch(JobKind.FULL);

        assertThat(status.state()).isEqualTo(State.STOPPED);
        assertThat(status.message()).containsIgnoringCase("tmdb").contains("the next run goes on from here");
        assertThat(status.succeededAt()).isEqualTo(FetchedWorld.START);
        assertThat(world.stores.lists().all()).isEqualTo(lists);
        assertThat(world.stores.titles().all()).isEqualTo(titles);
        world.tmdb.script().clear();
        assertThat(fetchUntilComplete(JobKind.FULL).state()).isEqualTo(State.COMPLETED);
    }

    @Test
    void aRefusedCredentialStopsTheRunAtOnce() {
        world.tmdb.script().add(Rule.always(Fault.UNAUTHORIZED));

        JobStatus status = world.fetch(JobKind.DAILY);

        assertThat(status.state()).isEqualTo(State.STOPPED);
        assertThat(status.message()).contains("credential");
        assertThat(world.log().count()).isEqualTo(1);
    }

    @Test
    void aShortOutageIsWaitedFor() {
        world.onPause = () -> world.tmdb.script().clear();
        world.tmdb.script().add(Rule.always(new Fault.Outage()).onPath("/3/movie/popular"));

        JobStatus status = fetchUntilComplete(JobKind.DAILY);

        assertThat(status.state()).isEqualTo(State.COMPLETED);
    }

    @Test
    void aListOfWhichOnePageCannotBeHadStaysAsItWas() {
        world.fetch(JobKind.DAILY);
        List<StoredList> before = world.stores.lists().all();
        world.pass(Duration.ofDays(1));
        AtomicInteger asked = new AtomicInteger();
        world.mayGoOn = () -> {
            // Before the second page of popular movies.
            if (asked.incrementAndGet() == 2) {
                world.tmdb.script().add(Rule.always(new Fault.Garbage()).onPath("/3/movie/popular"));
            }
            return true;
        };

        JobStatus status = world.fetch(JobKind.DAILY);

        assertThat(status.state()).isEqualTo(State.STOPPED);
        assertThat(status.message()).contains("popular#movie");
        List<StoredList> after = world.stores.lists().all();
        assertThat(after)
                .filteredOn(before::contains)
                .extracting(list -> list.key().toString())
                .containsExactly("popular#movie");
        assertThat(after).hasSameSizeAs(before);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 7, 9, 14})
    void aProcessThatDiesAnywhereRepeatsNoPageAndHardlyATitle(int stepOfDeath) {
        AtomicInteger steps = new AtomicInteger();
        world.mayGoOn = () -> {
            if (steps.incrementAndGet() == stepOfDeath) {
                throw new Dead();
            }
            return true;
        };
        assertThatThrownBy(() -> world.fetch(JobKind.DAILY)).isInstanceOf(Dead.class);
        world.mayGoOn = () -> true;

        JobStatus status = world.fetch(JobKind.DAILY);

        assertThat(status.state()).isEqualTo(State.COMPLETED);
        int titles = world.stores.titles().all().size();
        int details = world.calls().getOrDefault("details", 0);
        assertThat(world.log().count() - details).isEqualTo(7);
        // Those that were asked for and not yet saved: a checkpoint's, and what eight workers have in hand and in the
        // queue.
        assertThat(details).isBetween(titles, titles + 60);
    }

    @Test
    void aStoreThatIsBusyForAMomentIsTriedAgain() {
        Stumbling store = new Stumbling(world.stores.titles(), 3);

        JobStatus status = world.fetch(JobKind.DAILY, with(store), FetchedWorld.settings(SLICE));

        assertThat(status.state()).isEqualTo(State.COMPLETED);
        assertThat(world.stores.titles().all()).isNotEmpty();
    }

    @Test
    void aStoreThatIsGoneEndsTheRunAndTheNextOneGoesOn() {
        Stumbling store = new Stumbling(world.stores.titles(), Integer.MAX_VALUE);

        assertThatThrownBy(() -> world.fetch(JobKind.DAILY, with(store), FetchedWorld.settings(SLICE)))
                .isInstanceOf(OutsideFailure.class);

        JobStatus left = world.stores.jobs().find("fetch-daily").orElseThrow();
        assertThat(left.state()).isEqualTo(State.STOPPED);
        assertThat(left.message()).contains("disk");
        assertThat(world.fetch(JobKind.DAILY).state()).isEqualTo(State.COMPLETED);
    }

    @Test
    void aRunThatAnotherProcessTookOverEnds() {
        world.mayGoOn = () -> world.log().count() < 3;

        JobStatus status = world.fetch(JobKind.DAILY);

        assertThat(status.state()).isEqualTo(State.STOPPED);
        assertThat(status.message()).contains("had to stop");
        assertThat(world.log().count()).isEqualTo(3);
    }

    /** As the schedule would, run after run. */
    private JobStatus fetchUntilComplete(JobKind kind) {
        JobStatus status = world.fetch(kind);
        for (int again = 0; again < 5 && status.state() != State.COMPLETED; again++) {
            world.pass(Duration.ofHours(1));
            status = world.fetch(kind);
        }
        return status;
    }

    private FetchStores with(TitleStore titles) {
        return new FetchStores(
                titles, world.stores.lists(), world.stores.checks(), world.stores.references(), world.stores.jobs());
    }

    /** The end of a process, as far as the run can see. */
    private static final class Dead extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** A store that cannot be written to for a while. */
    private static final class Stumbling implements TitleStore {
        private final TitleStore store;
        private final AtomicInteger failures;

        Stumbling(TitleStore store, int failures) {
            this.store = store;
            this.failures = new AtomicInteger(failures);
        }

        @Override
        public void save(Collection<Title> titles) {
            if (failures.getAndDecrement() > 0) {
                throw new OutsideFailure("store", "the disk is away", true, new IOException("away"));
            }
            store.save(titles);
        }

        @Override
        public List<Title> all() {
            return store.all();
        }

        @Override
        public Optional<Title> find(TitleId id) {
            return store.find(id);
        }

        @Override
        public List<Title> of(String source, Collection<TitleId> ids) {
            return store.of(source, ids);
        }

        @Override
        public int delete(String source, Collection<TitleId> ids) {
            return store.delete(source, ids);
        }

        @Override
        public int deleteBySource(String source) {
            return store.deleteBySource(source);
        }

        @Override
        public int deleteExpired() {
            return store.deleteExpired();
        }

        @Override
        public long version() {
            return store.version();
        }
    }
}
