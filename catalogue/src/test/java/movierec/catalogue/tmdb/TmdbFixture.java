package movierec.catalogue.tmdb;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import movierec.faketmdb.FakeTmdb;
import movierec.faketmdb.RequestLog;
import movierec.faketmdb.world.FakeWorld;
import movierec.faketmdb.world.WorldPlan;
import movierec.testkit.identity.SettableClock;

/** A client that talks to a fake TMDB, in a hurry. */
final class TmdbFixture implements AutoCloseable {
    static final String KEY = "0123456789abcdef0123456789abcdef";
    static final String TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJub2JvZHkifQ.c2lnbmF0dXJl";
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    /** Fast enough not to be waited for; everything else as it is in earnest, a hundred times faster. */
    static final TmdbLimits FAST = new TmdbLimits(
            5_000,
            8,
            Duration.ofSeconds(20),
            6,
            Duration.ofMillis(10),
            Duration.ofSeconds(2),
            10,
            Duration.ofMillis(300),
            Duration.ofMillis(300),
            Duration.ofMillis(1500),
            8 << 20);

    final SettableClock clock = new SettableClock(NOW);
    final FakeTmdb fake;
    final Calls calls = new Calls();
    final TmdbClient client;
    final TmdbSource source;

    /** Every call as {@code endpoint outcome}. */
    static final class Calls implements TmdbMeter {
        final List<String> told = new CopyOnWriteArrayList<>();
        final List<Duration> took = new CopyOnWriteArrayList<>();

        @Override
        public void call(String endpoint, String outcome, Duration duration) {
            told.add(endpoint + " " + outcome);
            took.add(duration);
        }

        @Override
        public void rateLimited() {
            told.add("rate limited");
        }
    }

    TmdbFixture(WorldPlan plan, TmdbLimits limits) {
        this(plan, limits, UnaryOperator.identity(), TOKEN);
    }

    TmdbFixture(WorldPlan plan, TmdbLimits limits, UnaryOperator<TmdbSettings> change, String credential) {
        fake = FakeTmdb.start(new FakeWorld(plan, clock));
        client = new TmdbClient(
                change.apply(
                        TmdbSettings.DEFAULTS.at(fake.address(), fake.exports()).with(limits)),
                TmdbCredential.of(credential),
                calls,
                clock,
                new SplittableRandom(7));
        source = new TmdbSource(client, clock);
    }

    static TmdbLimits limits(int perSecond, int inFlight, Duration timeout, int retries) {
        return new TmdbLimits(
                perSecond,
                inFlight,
                timeout,
                retries,
                FAST.backoffBase(),
                FAST.backoffCap(),
                FAST.circuitFailures(),
                FAST.circuitOpen(),
                FAST.credentialRecheck(),
                FAST.liveBudget(),
                FAST.maxBodyBytes());
    }

    static TmdbLimits withBackoffCap(Duration cap) {
        return new TmdbLimits(
                FAST.requestsPerSecond(),
                FAST.maxInFlight(),
                FAST.timeout(),
                FAST.retries(),
                FAST.backoffBase(),
                cap,
                FAST.circuitFailures(),
                FAST.circuitOpen(),
                FAST.credentialRecheck(),
                FAST.liveBudget(),
                FAST.maxBodyBytes());
    }

    /** What arrived. The fake notes a request after answering it, so all that the client knows of are waited for. */
    RequestLog log() {
        while (fake.log().count() < calls.took.size()) {
            Thread.onSpinWait();
        }
        return fake.log();
    }

    /** The requests in the order of their arrival. */
    List<RequestLog.Entry> arrived() {
        return log().entries().stream()
                .sorted(Comparator.comparingLong(RequestLog.Entry::arrivedNanos))
                .toList();
    }

    /** Path and query of each request. */
    List<String> questions() {
        return arrived().stream()
                .map(entry -> entry.path() + " " + entry.query())
                .toList();
    }

    /** The template of each request's path. */
    List<String> asked() {
        return arrived().stream().map(RequestLog.Entry::template).toList();
    }

    @Override
    public void close() {
        client.close();
        fake.close();
    }
}
