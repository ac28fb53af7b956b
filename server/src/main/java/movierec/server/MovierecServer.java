package movierec.server;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import movierec.app.Config;
import movierec.app.DataFolderLock;
import movierec.app.Fetching;
import movierec.app.Meters;
import movierec.app.Movierec;
import movierec.app.TrainingProcess;
import movierec.app.Upkeep;
import movierec.app.Wiring;
import movierec.failure.OutsideFailure;
import movierec.identity.UserId;
import movierec.server.docs.Build;
import movierec.server.http.Policy;
import movierec.server.http.Route;
import movierec.server.metrics.Health;
import movierec.server.metrics.Health.State;
import movierec.server.metrics.MeasuredTmdb;
import movierec.server.metrics.Metrics;
import movierec.server.recommend.MeasuredPipeline;
import movierec.server.security.RateLimits;
import movierec.title.TitleSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running server: the opened product, HTTP in front of it, and its upkeep behind it. */
public final class MovierecServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MovierecServer.class);

    private final DataFolderLock lock;
    private final Metrics metrics;
    private final Movierec movierec;
    private final Upkeep upkeep;
    private final HttpServer http;
    private final CountDownLatch stopped = new CountDownLatch(1);

    private MovierecServer(DataFolderLock lock, Metrics metrics, Movierec movierec, Upkeep upkeep, HttpServer http) {
        this.lock = lock;
        this.metrics = metrics;
        this.movierec = movierec;
        this.upkeep = upkeep;
        this.http = http;
    }

    /** Opens everything and answers requests when this returns; nothing stays open when it fails. */
    public static MovierecServer start(Config config, InstantSource clock) {
        return start(config, clock, List.of());
    }

    /** As {@link #start(Config, InstantSource)} with further routes, for benchmarks. */
    public static MovierecServer start(Config config, InstantSource clock, List<Route> more) {
        Build build = Build.current();
        DataFolderLock lock = DataFolderLock.take(config.data());
        Metrics metrics = new Metrics(build.version(), build.commit());
        try {
            Movierec movierec = Wiring.open(
                    config,
                    clock,
                    new Meters(new MeasuredPipeline(metrics), new MeasuredTmdb(metrics), metrics::jobEnded));
            return start(build, lock, metrics, movierec, more);
        } catch (RuntimeException failure) {
            metrics.close();
            lock.close();
            throw failure;
        }
    }

    private static MovierecServer start(
            Build build, DataFolderLock lock, Metrics metrics, Movierec movierec, List<Route> more) {
        try {
            Config config = movierec.config();
            TrainingProcess training = new TrainingProcess(config.data());
            Upkeep upkeep = new Upkeep(movierec, training);
            Health health = new Health(checks(movierec));
            metrics.modelTrained("serving", movierec, MovierecServer::modelTrainedAt);
            for (Fetching.Job job : Fetching.Job.values()) {
                metrics.fetchSucceeded(job.word(), movierec, fetching -> fetchSucceededAt(fetching, job));
            }
            tellWhatIsOff(movierec);
            List<Route> routes = new ArrayList<>(Routes.all(movierec, training, build, metrics, health));
            routes.addAll(more);
            HttpServer http =
                    new HttpServer(settings(movierec), routes, Routes.authenticator(movierec), metrics, health);
            http.start();
            upkeep.start();
            return new MovierecServer(lock, metrics, movierec, upkeep, http);
        } catch (RuntimeException failure) {
            movierec.close();
            throw failure;
        }
    }

    private static double modelTrainedAt(Movierec movierec) {
        return movierec.recommender()
                .state()
                .get()
                .model()
                .map(model -> model.info().trainedAt().getEpochSecond())
                .orElse(0L);
    }

    private static double fetchSucceededAt(Movierec movierec, Fetching.Job job) {
        return movierec.fetching().statuses(job).stream()
                .mapToLong(status -> status.succeededAt().getEpochSecond())
                .max()
                .orElse(0);
    }

    private static void tellWhatIsOff(Movierec movierec) {
        movierec.config().warnings().forEach(LOG::warn);
        if (!movierec.fetching().isSetUp()) {
            LOG.info("TMDB is off, because there is no TMDB_API_KEY: the catalogue is what was imported, or the sample,"
                    + " and nothing is fetched");
        }
    }

    private static HttpSettings settings(Movierec movierec) {
        Config.Http http = movierec.config().http();
        RateLimits.Limit limit = new RateLimits.Limit(http.rateLimit().requestsPerMinute(), Duration.ofMinutes(1));
        return new HttpSettings(
                http.host(),
                http.port(),
                http.corsOrigins(),
                http.rateLimit().trustedProxies(),
                http.load().maxConcurrentRequests(),
                Duration.ofSeconds(30),
                Duration.ofSeconds(http.load().shutdownSeconds()),
                new RateLimits.Settings(
                        http.rateLimit().enabled(), http.rateLimit().legacyHeaders(), Map.of(Policy.DEFAULT, limit)),
                movierec.secret("log-hash"));
    }

    private static Map<String, Supplier<State>> checks(Movierec movierec) {
        Map<String, Supplier<State>> checks = new LinkedHashMap<>();
        checks.put("store", () -> storeState(movierec));
        checks.put("catalogue", () -> movierec.recommender().state().get().bundled() ? State.DEGRADED : State.UP);
        checks.put("sources", () -> sourcesState(movierec));
        checks.put("model", () -> movierec.recommender().state().get().model().isPresent() ? State.UP : State.DEGRADED);
        return checks;
    }

    private static State storeState(Movierec movierec) {
        try {
            movierec.stores().tastes().version(new UserId("health"));
            return State.UP;
        } catch (OutsideFailure failure) {
            return State.DOWN;
        }
    }

    /** The credential that a source refuses is the operator's to mend; the catalogue serves on. */
    private static State sourcesState(Movierec movierec) {
        boolean allWell = movierec.fetching().sources().stream()
                .allMatch(source -> source.health() instanceof TitleSource.SourceHealth.Well);
        return allWell ? State.UP : State.DEGRADED;
    }

    /** The address it listens on; with the port that was picked where 0 was asked for. */
    public URI address() {
        return URI.create(http.address());
    }

    public int port() {
        return http.port();
    }

    /** Waits until the server is closed. */
    public void awaitStop() throws InterruptedException {
        stopped.await();
    }

    /** Lets running requests end, then closes everything. */
    @Override
    public void close() {
        http.close();
        upkeep.close();
        movierec.close();
        metrics.close();
        lock.close();
        stopped.countDown();
    }
}
