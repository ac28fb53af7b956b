package movierec.catalogue.tmdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import movierec.failure.OutsideFailure;
import movierec.faketmdb.Fault;
import movierec.faketmdb.Fault.RetryAfter;
import movierec.faketmdb.RequestLog.Entry;
import movierec.faketmdb.Rule;
import movierec.faketmdb.world.WorldPlan;
import movierec.title.TitleSource.SourceHealth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How the client bears a TMDB that refuses, fails, dawdles and lies. */
class TmdbClientTest {
    private static final TmdbRequest POPULAR = TmdbRequest.to("/movie/popular", "results");
    private static final WorldPlan SMALL = WorldPlan.STANDARD.withTitles(60, 40);

    private TmdbFixture tmdb = new TmdbFixture(SMALL, TmdbFixture.FAST);

    @AfterEach
    void close() {
        tmdb.close();
    }

    private void limitedTo(TmdbLimits limits) {
        tmdb.close();
        tmdb = new TmdbFixture(SMALL, limits);
    }

    private List<Entry> log() {
        return tmdb.arrived();
    }

    /** Asks so often, from so many threads; every answer must come. */
    private void ask(int times, int threads) throws InterruptedException, ExecutionException {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<TmdbAnswer>> answers = new ArrayList<>();
            for (int time = 0; time < times; time++) {
                answers.add(pool.submit(() -> tmdb.client.get(POPULAR)));
            }
            for (Future<TmdbAnswer> answer : answers) {
                assertThat(answer.get()).isInstanceOf(TmdbAnswer.Body.class);
            }
        }
    }

    private OutsideFailure failure() {
        return catchThrowableOfType(OutsideFailure.class, () -> tmdb.client.get(POPULAR));
    }

    @Test
    void neverAsksMoreOftenThanItMay() throws Exception {
        limitedTo(TmdbFixture.limits(20, 8, Duration.ofSeconds(20), 3));

        ask(50, 16);

        // One more where a busy machine holds a request up until the next one comes.
        assertThat(tmdb.log().maxPerSecond()).isBetween(15, 21);
        assertThat(log().getLast().arrivedNanos() - log().getFirst().arrivedNanos())
                .isGreaterThan(Duration.ofMillis(2400).toNanos());
    }

    @Test
    void neverHasMoreQuestionsOpenThanItMay() throws Exception {
        limitedTo(TmdbFixture.limits(5_000, 3, Duration.ofSeconds(20), 3));
        tmdb.fake.script().add(Rule.always(new Fault.Slow(Duration.ofMillis(30))));

        ask(30, 12);

        assertThat(tmdb.fake.log().maxConcurrency()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(RetryAfter.Form.class)
    void leavesTmdbAloneForAsLongAsItWants(RetryAfter.Form form) throws Exception {
        tmdb.fake.script().add(Rule.next(1, new RetryAfter(Duration.ofSeconds(1), form)));

        tmdb.client.get(POPULAR);

        assertThat(log()).hasSize(2);
        assertThat(log().get(1).arrivedNanos() - log().get(0).arrivedNanos())
                .isGreaterThanOrEqualTo(Duration.ofMillis(990).toNanos());
        assertThat(tmdb.calls.told).containsExactly("/movie/popular rate_limited", "rate limited", "/movie/popular ok");
    }

    @Test
    void oneRefusalSilencesEverybody() throws Exception {
        tmdb.fake.script().add(Rule.next(1, new RetryAfter(Duration.ofSeconds(1), RetryAfter.Form.SECONDS)));
        tmdb.fake.script().add(Rule.always(new Fault.Slow(Duration.ofMillis(20))));

        ask(40, 8);

        long refused = log().stream()
                .filter(entry -> entry.status() == 429)
                .findFirst()
                .orElseThrow()
                .arrivedNanos();
        // Those under way at that moment are at most the other seven.
        assertThat(log().stream()
                        .filter(entry -> entry.arrivedNanos()
                                        > refused + Duration.ofMillis(150).toNanos()
                                && entry.arrivedNanos()
                                        < refused + Duration.ofMillis(990).toNanos()))
                .isEmpty();
        assertThat(log()).hasSize(41);
    }

    @Test
    void doesNotWaitForASilenceThatIsTooLong() {
        tmdb.fake.script().add(Rule.next(1, new RetryAfter(Duration.ofHours(2), RetryAfter.Form.SECONDS)));

        OutsideFailure failure = failure();

        assertThat(failure.retryable()).isTrue();
        assertThat(failure).hasMessageContaining("asked too often");
        assertThat(failure()).hasMessageContaining("asked too often");
        assertThat(log()).hasSize(1);
    }

    @Test
    void outlastsAStormOfRefusals() throws Exception {
        limitedTo(TmdbFixture.withBackoffCap(Duration.ofMillis(100)));
        tmdb.fake.script().add(Rule.next(25, Fault.RATE_LIMITED));

        ask(30, 8);

        assertThat(tmdb.log().byStatus()).containsEntry(200, 30).containsEntry(429, 25);
        assertThat(tmdb.client.health()).isEqualTo(new SourceHealth.Well());
    }

    @Test
    void succeedsThoughAThirdOfTheAnswersFail() throws Exception {
        tmdb.fake
                .script()
                .add(Rule.share(
                        0.3,
                        Fault.BAD_GATEWAY,
                        Fault.INTERNAL,
                        Fault.TIMED_OUT,
                        new Fault.CutOff(),
                        new Fault.Garbage(),
                        new Fault.Outage()));

        ask(200, 8);

        assertThat(tmdb.calls.told).contains("/movie/popular error", "/movie/popular undecodable", "/movie/popular ok");
    }

    @Test
    void anOutageOpensTheCircuitThatClosesByItself() throws Exception {
        tmdb.fake.script().add(Rule.always(Fault.MAINTENANCE));
        assertThat(failure().retryable()).isTrue();
        assertThat(failure()).hasMessageContaining("not asked for a while").hasMessageContaining("code 46");
        int asked = log().size();

        for (int time = 0; time < 100; time++) {
            assertThat(failure()).hasMessageContaining("not asked for a while");
        }

        assertThat(asked).isEqualTo(TmdbFixture.FAST.circuitFailures());
        assertThat(log()).hasSize(asked);
        assertThat(tmdb.client.health()).isInstanceOf(SourceHealth.Unreachable.class);
        tmdb.fake.script().clear();
        Thread.sleep(TmdbFixture.FAST.circuitOpen());
        ask(1, 1);
        ask(20, 8);
        assertThat(tmdb.client.health()).isEqualTo(new SourceHealth.Well());
    }

    @Test
    void aRefusedCredentialEndsAllQuestionsForAWhile() throws Exception {
        tmdb.fake.script().add(Rule.next(1, Fault.UNAUTHORIZED));

        assertThat(failure().retryable()).isFalse();
        for (int time = 0; time < 20; time++) {
            assertThat(failure()).hasMessageContaining("credential");
        }

        assertThat(log()).hasSize(1);
        assertThat(tmdb.client.health())
                .isEqualTo(
                        new SourceHealth.Refused("TMDB does not accept the credential: it answered HTTP 401 (code 7):"
                                + " Invalid API key: You must be granted a valid key."));
        Thread.sleep(TmdbFixture.FAST.credentialRecheck());
        ask(5, 1);
        assertThat(tmdb.client.health()).isEqualTo(new SourceHealth.Well());
    }

    @Test
    void doesNotWaitForAnAnswerThatNeverComes() {
        limitedTo(TmdbFixture.limits(5_000, 8, Duration.ofMillis(200), 1));
        tmdb.fake.script().add(Rule.always(new Fault.Hang()));
        long start = System.nanoTime();

        assertThat(failure()).hasMessageContaining("did not answer within 200 ms");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        assertThat(tmdb.calls.told).containsExactly("/movie/popular timeout", "/movie/popular timeout");
    }

    @Test
    void aTornAnswerIsAskedForAgain() {
        tmdb.fake.script().add(Rule.next(2, new Fault.CutOff()));

        assertThat(tmdb.client.get(POPULAR)).isInstanceOf(TmdbAnswer.Body.class);
        assertThat(tmdb.calls.told)
                .containsExactly("/movie/popular error", "/movie/popular error", "/movie/popular ok");
    }

    @Test
    void aPageOfHtmlWithStatus200IsNoAnswer() {
        limitedTo(TmdbFixture.limits(5_000, 8, Duration.ofSeconds(20), 2));
        tmdb.fake.script().add(Rule.always(new Fault.Garbage()));

        assertThat(failure()).hasMessageContaining("\"results\"");
        assertThat(tmdb.calls.told).hasSize(3).containsOnly("/movie/popular undecodable");
    }

    @Test
    void aMistakeOfOursIsNotRepeated() {
        OutsideFailure failure =
                catchThrowableOfType(OutsideFailure.class, () -> tmdb.client.get(POPULAR.with("page", "501")));

        assertThat(failure.retryable()).isFalse();
        assertThat(failure).hasMessageContaining("code 22");
        assertThat(tmdb.calls.told).containsExactly("/movie/popular refused");
    }

    @Test
    void anInterruptedCallEndsAndLeavesTheThreadInterrupted() throws Exception {
        tmdb.fake.script().add(Rule.always(new Fault.Hang()));
        try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
            Future<Boolean> interrupted = pool.submit(() -> {
                assertThatThrownBy(() -> tmdb.client.get(POPULAR)).isInstanceOf(OutsideFailure.class);
                return Thread.currentThread().isInterrupted();
            });
            while (tmdb.fake.log().maxConcurrency() == 0) {
                Thread.onSpinWait();
            }
            pool.shutdownNow();

            assertThat(interrupted.get()).isTrue();
        }
    }

    @Test
    void whoIsInAHurryAsksOnceAndWaitsNoLongerThanTold() {
        tmdb.fake.script().add(Rule.next(1, Fault.MAINTENANCE));
        assertThatThrownBy(() -> tmdb.client.getWithin(POPULAR, Duration.ofMillis(500)))
                .isInstanceOf(OutsideFailure.class);
        assertThat(log()).hasSize(1);

        tmdb.fake.script().add(Rule.always(new Fault.Slow(Duration.ofSeconds(5))));
        long start = System.nanoTime();
        assertThatThrownBy(() -> tmdb.client.getWithin(POPULAR, Duration.ofMillis(100)))
                .isInstanceOf(OutsideFailure.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        assertThat(tmdb.client.health()).isEqualTo(new SourceHealth.Well());
    }

    @Test
    void whoIsInAHurryOvertakesTheFetchJob() throws Exception {
        limitedTo(TmdbFixture.limits(4, 8, Duration.ofSeconds(20), 3));
        try (ExecutorService job = Executors.newFixedThreadPool(8)) {
            for (int page = 0; page < 8; page++) {
                var unused = job.submit(() -> tmdb.client.get(POPULAR));
            }
            while (tmdb.fake.log().maxConcurrency() == 0) {
                Thread.onSpinWait();
            }

            // Eight pages need two seconds.
            tmdb.client.getWithin(TmdbRequest.to("/tv/popular", "results"), Duration.ofMillis(900));

            assertThat(tmdb.fake.log().count("/3/movie/popular")).isLessThan(7);
            job.shutdownNow();
        }
    }
}
