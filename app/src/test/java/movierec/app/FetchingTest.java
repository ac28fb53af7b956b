package movierec.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import movierec.app.Fetching.Job;
import movierec.catalogue.fetch.FetchWatcher;
import movierec.failure.Refusal;
import movierec.faketmdb.FakeTmdb;
import movierec.faketmdb.Fault;
import movierec.faketmdb.Rule;
import movierec.faketmdb.world.FakeWorld;
import movierec.faketmdb.world.WorldPlan;
import movierec.job.JobStatus;
import movierec.job.JobStatus.State;
import movierec.testkit.identity.SettableClock;
import movierec.testkit.job.Patiently;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One fetch at a time over all processes, by hand or by the schedule (CAT-4, CAT-5, CAT-9). */
class FetchingTest {
    /** A Wednesday, an hour before the daily job. */
    private static final Instant START = Instant.parse("2026-03-04T07:00:00Z");

    @TempDir
    private Path data;

    private final SettableClock clock = new SettableClock(START);
    private final FakeTmdb tmdb = FakeTmdb.start(new FakeWorld(WorldPlan.STANDARD.withTitles(60, 40), clock));
    private final List<Movierec> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(Movierec::close);
        tmdb.close();
    }

    /** A process of its own, as far as leases tell: every opened product is another owner. */
    private Movierec open(int growPerDay) {
        Config config = ConfigLoader.defaults(
                data,
                Map.of(
                        "movierec.tmdb.api-key",
                        "0123456789abcdef0123456789abcdef",
                        "movierec.tmdb.base-url",
                        tmdb.address().toString(),
                        "movierec.tmdb.requests-per-second",
                        "1000",
                        "movierec.tmdb.grow-per-day",
                        String.valueOf(growPerDay)));
        Movierec movierec = Wiring.open(config, clock, Meters.NONE);
        opened.add(movierec);
        return movierec;
    }

    /** Holds a run at its first step until it is let go. */
    private static final class Gate implements FetchWatcher {
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch open = new CountDownLatch(1);

        @Override
        public void step(String phase, long done, long total) {
            reached.countDown();
            await(open);
        }

        static void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void withoutASourceNothingRunsAndNothingIsDue() {
        try (Movierec alone = Wiring.open(ConfigLoader.defaults(data, Map.of()), clock, Meters.NONE)) {
            Fetching fetching = alone.fetching();

            assertThat(fetching.isSetUp()).isFalse();
            assertThatThrownBy(() -> fetching.run(Job.DAILY, FetchWatcher.NONE))
                    .isInstanceOfSatisfying(Refusal.Conflict.class, refusal -> assertThat(refusal.code())
                            .isEqualTo("fetch-not-set-up"));
            assertThatThrownBy(() -> fetching.start(Job.GROW)).isInstanceOf(Refusal.Conflict.class);
            fetching.startDue();
            assertThat(fetching.isRunning()).isFalse();
            assertThat(alone.stores().jobs().all()).isEmpty();
        }
    }

    @Test
    void oneRunsAtATimeOverAllProcesses() {
        Fetching one = open(0).fetching();
        Fetching other = open(0).fetching();
        Gate gate = new Gate();
        CompletableFuture<List<JobStatus>> run = CompletableFuture.supplyAsync(() -> one.run(Job.DAILY, gate));
        Gate.await(gate.reached);

        assertThat(other.isRunning()).isTrue();
        assertThatThrownBy(() -> other.run(Job.WEEKLY, FetchWatcher.NONE))
                .isInstanceOfSatisfying(Refusal.Conflict.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("fetch-is-running");
                    assertThat(refusal.reason())
                            .contains("pid " + ProcessHandle.current().pid());
                });
        gate.open.countDown();

        assertThat(run.join()).extracting(JobStatus::state).containsExactly(State.COMPLETED);
        assertThat(other.isRunning()).isFalse();
        assertThat(other.run(Job.WEEKLY, FetchWatcher.NONE))
                .extracting(JobStatus::state)
                .containsExactly(State.COMPLETED);
    }

    @Test
    void whatADeadProcessHeldIsTakenOver() throws IOException, InterruptedException {
        Movierec movierec = open(0);
        Process process = new ProcessBuilder("cat").start();
        String owner =
                ProcessOwner.of(process.toHandle(), new SplittableRandom(1)).text();
        movierec.stores().leases().acquire("fetch", owner, START, START.plus(Duration.ofMinutes(2)));

        assertThat(movierec.fetching().isRunning()).isTrue();
        assertThatThrownBy(() -> movierec.fetching().run(Job.DAILY, FetchWatcher.NONE))
                .isInstanceOf(Refusal.Conflict.class);
        process.destroy();
        process.waitFor();

        assertThat(movierec.fetching().isRunning()).isFalse();
        assertThat(movierec.fetching().run(Job.DAILY, FetchWatcher.NONE))
                .extracting(JobStatus::state)
                .containsExactly(State.COMPLETED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pid 1 on another-machine (started 2026-03-04T06:00:00Z) #1",
                "node-7",
                "",
                "pid many on somewhere (started then)"
            })
    void nobodyKnowsWhetherAProcessElsewhereIsDead(String owner) {
        assertThat(ProcessOwner.isGone(owner)).isFalse();
    }

    @Test
    void anotherProcessOfTheSameNumberIsNotTheOwner() {
        String own = ProcessOwner.of(ProcessHandle.current(), new SplittableRandom(1))
                .text();
        String former = own.replaceFirst("\\(started [^)]*\\)", "(started 2020-01-01T00:00:00Z)");

        assertThat(ProcessOwner.isGone(own)).isFalse();
        assertThat(ProcessOwner.isGone(former)).isTrue();
    }

    @Test
    void anyProcessCancelsARun() {
        Fetching one = open(0).fetching();
        Fetching other = open(0).fetching();
        Gate gate = new Gate();
        CompletableFuture<List<JobStatus>> run = CompletableFuture.supplyAsync(() -> one.run(Job.FULL, gate));
        Gate.await(gate.reached);
        clock.advance(Duration.ofSeconds(1));

        assertThat(other.cancel(Job.DAILY)).isFalse();
        assertThat(other.cancel(Job.FULL)).isTrue();
        gate.open.countDown();

        assertThat(run.join()).extracting(JobStatus::state).containsExactly(State.CANCELLED);
        assertThat(other.cancel(Job.FULL)).isFalse();
    }

    @Test
    void aRunThatWasKilledHasStoppedAndCannotBeCancelled() {
        Movierec movierec = open(0);
        JobStatus killed = new JobStatus(
                "fetch-full", State.RUNNING, START, START, Instant.EPOCH, "titles", 1, 9, Map.of(), "", "");
        movierec.stores().jobs().save(killed);
        clock.advance(Duration.ofMinutes(1));

        assertThat(movierec.fetching().statuses(Job.FULL))
                .extracting(JobStatus::state)
                .containsExactly(State.STOPPED);
        assertThat(movierec.fetching().cancel(Job.FULL)).isFalse();
        assertThat(movierec.stores().jobs().isCancelRequested("fetch-full", START))
                .isFalse();
    }

    @Test
    void aRunThatWaitsForItsSourceDoesNotHoldTheEndUp() {
        Movierec movierec = open(0);
        tmdb.script().add(Rule.always(new Fault.Hang()));
        movierec.fetching().start(Job.DAILY);
        Patiently.await(() ->
                movierec.fetching().statuses(Job.DAILY).stream().anyMatch(status -> status.state() == State.RUNNING));

        opened.remove(movierec);
        movierec.close();

        Fetching next = open(0).fetching();
        assertThat(next.statuses(Job.DAILY)).singleElement().satisfies(status -> {
            assertThat(status.state()).isEqualTo(State.STOPPED);
            assertThat(status.message()).contains("the next run goes on from here");
        });
        tmdb.script().clear();
        assertThat(next.run(Job.DAILY, FetchWatcher.NONE))
                .extracting(JobStatus::state)
                .containsExactly(State.COMPLETED);
    }

    /** Lets the schedule start what is due, waits for its end, and tells which job it was. */
    private static Optional<String> whatIsDue(Movierec movierec) {
        List<JobStatus> before = movierec.stores().jobs().all();
        movierec.fetching().startDue();
        Patiently.await(() -> !movierec.fetching().isRunning());
        List<JobStatus> after = new ArrayList<>(movierec.stores().jobs().all());
        after.removeAll(before);
        assertThat(after).hasSizeLessThan(2).allMatch(status -> status.state() == State.COMPLETED);
        return after.stream().map(JobStatus::job).findFirst();
    }

    @Test
    void theScheduleFetchesEverythingFirstAndThenWhatItsHourBrings() {
        Movierec movierec = open(0);

        assertThat(whatIsDue(movierec)).contains("fetch-full");
        assertThat(whatIsDue(movierec)).isEmpty();
        clock.advance(Duration.ofMinutes(59));
        assertThat(whatIsDue(movierec)).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        assertThat(whatIsDue(movierec)).contains("fetch-daily");
        assertThat(whatIsDue(movierec)).isEmpty();
        assertThat(movierec.fetching().next(Job.DAILY)).isEqualTo("2026-03-05T08:00:00Z");
        assertThat(movierec.fetching().next(Job.WEEKLY)).isEqualTo("2026-03-08T09:00:00Z");
    }

    @Test
    void theScheduleMakesUpForWhatWasMissedOnce() {
        Movierec first = open(0);
        assertThat(whatIsDue(first)).contains("fetch-full");
        opened.remove(first);
        first.close();
        // Off from Wednesday to Monday: five daily jobs and a weekly one.
        clock.advance(Duration.ofDays(5).plusHours(5));

        Movierec again = open(0);

        assertThat(whatIsDue(again)).contains("fetch-daily");
        assertThat(whatIsDue(again)).contains("fetch-weekly");
        assertThat(whatIsDue(again)).isEmpty();
    }

    @Test
    void theScheduleLetsTheCatalogueGrowOnceADay() {
        Movierec movierec = open(5);

        assertThat(whatIsDue(movierec)).contains("fetch-full");
        assertThat(whatIsDue(movierec)).contains("fetch-grow");
        assertThat(whatIsDue(movierec)).isEmpty();
        clock.advance(Duration.ofHours(1));
        assertThat(whatIsDue(movierec)).contains("fetch-daily");
        assertThat(whatIsDue(movierec)).contains("fetch-grow");
        assertThat(whatIsDue(movierec)).isEmpty();
        assertThat(movierec.fetching().statuses(Job.GROW))
                .singleElement()
                .satisfies(status -> assertThat(status.total()).isBetween(1L, 5L));
    }
}
