package movierec.catalogue.fetch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import movierec.catalogue.tmdb.TmdbClient;
import movierec.catalogue.tmdb.TmdbCredential;
import movierec.catalogue.tmdb.TmdbLimits;
import movierec.catalogue.tmdb.TmdbMeter;
import movierec.catalogue.tmdb.TmdbSettings;
import movierec.catalogue.tmdb.TmdbSource;
import movierec.faketmdb.FakeTmdb;
import movierec.faketmdb.RequestLog;
import movierec.faketmdb.world.FakeWorld;
import movierec.faketmdb.world.WorldPlan;
import movierec.job.JobStatus;
import movierec.testkit.identity.SettableClock;
import movierec.testkit.job.InMemoryJobStore;
import movierec.testkit.title.InMemoryListStore;
import movierec.testkit.title.InMemoryReferenceStore;
import movierec.testkit.title.InMemoryTitleCheckStore;
import movierec.testkit.title.InMemoryTitleStore;
import movierec.title.Genre;
import movierec.title.TitleSource.JobKind;

/** A fake TMDB, the real client in a hurry, stores in memory and a clock that stands. */
final class FetchedWorld implements AutoCloseable {
    static final Instant START = Instant.parse("2026-03-04T08:00:00Z");
    private static final Duration CIRCUIT_IS_OPEN = Duration.ofMillis(50);
    private static final String KEY = "0123456789abcdef0123456789abcdef";

    final SettableClock clock = new SettableClock(START);
    final FakeTmdb tmdb;
    final FetchStores stores;
    final TmdbSource source;
    private final TmdbClient client;
    private final AtomicInteger asked = new AtomicInteger();
    private int forgotten;
    BooleanSupplier mayGoOn = () -> true;
    List<Genre> topGenres = List.of();
    /** What happens at every wait of a run, before the client's circuit lets a question through again. */
    Runnable onPause = () -> {};

    FetchedWorld() {
        this(WorldPlan.STANDARD);
    }

    FetchedWorld(WorldPlan plan) {
        tmdb = FakeTmdb.start(new FakeWorld(plan, clock));
        TmdbLimits limits = new TmdbLimits(
                5_000,
                8,
                Duration.ofSeconds(2),
                3,
                Duration.ofMillis(2),
                Duration.ofMillis(20),
                6,
                CIRCUIT_IS_OPEN,
                Duration.ofMinutes(10),
                Duration.ofMillis(500),
                1 << 20);
        URI address = tmdb.address();
        client = new TmdbClient(
                TmdbSettings.DEFAULTS.at(address, tmdb.exports()).with(limits),
                TmdbCredential.of(KEY),
                counting(),
                clock,
                new Random(1));
        source = new TmdbSource(client, clock);
        stores = new FetchStores(
                new InMemoryTitleStore(clock),
                new InMemoryListStore(clock),
                new InMemoryTitleCheckStore(),
                new InMemoryReferenceStore(clock),
                new InMemoryJobStore());
    }

    private TmdbMeter counting() {
        return new TmdbMeter() {
            @Override
            public void call(String endpoint, String outcome, Duration took) {
                asked.incrementAndGet();
            }

            @Override
            public void rateLimited() {}
        };
    }

    JobStatus fetch(JobKind kind) {
        return fetch(kind, stores, settings(Duration.ofMinutes(4)));
    }

    JobStatus fetch(JobKind kind, FetchStores into, FetchSettings settings) {
        return new FetchCatalogue(source, into, () -> topGenres, settings, new Random(2)).run(kind, control());
    }

    JobStatus grow(int limit) {
        return new GrowCatalogue(source, source, stores, settings(Duration.ofMinutes(4))).run(limit, control());
    }

    static FetchSettings settings(Duration timeSlice) {
        return new FetchSettings(Duration.ofDays(30), 8, timeSlice, Duration.ofSeconds(15));
    }

    FetchControl control() {
        return new FetchControl(clock, FetchWatcher.NONE, mayGoOn, Map::of, time -> {
            onPause.run();
            FetchControl.SLEEP.wait(CIRCUIT_IS_OPEN.plusMillis(10));
        });
    }

    /** Requests by endpoint, those for single titles under the name "details", once all of them are logged. */
    Map<String, Integer> calls() {
        Map<String, Integer> calls = new HashMap<>();
        tmdb.log()
                .entries()
                .forEach(entry ->
                        calls.merge(entry.template().contains("_id}") ? "details" : entry.template(), 1, Integer::sum));
        return calls;
    }

    /** The log, once every request that the client made is in it. */
    RequestLog log() {
        while (tmdb.log().count() < asked.get() - forgotten) {
            Thread.onSpinWait();
        }
        return tmdb.log();
    }

    void forgetRequests() {
        log().clear();
        forgotten = asked.get();
    }

    void pass(Duration time) {
        clock.advance(time);
    }

    @Override
    public void close() {
        client.close();
        tmdb.close();
    }
}
