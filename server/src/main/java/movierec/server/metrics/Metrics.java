package movierec.server.metrics;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import movierec.job.JobStatus;

/**
 * The numbers of this process, in Prometheus' form at {@code /metrics}. Labels hold kinds and templates, never a user or a
 * title. Thread-safe.
 */
public final class Metrics implements AutoCloseable {
    // Names as Micrometer has them: it writes dots as underscores and adds the unit and _total itself.
    public static final String RECS_SERVED = "movierec.recs.served";
    public static final String RECS_STAGE_DURATION = "movierec.recs.stage.duration";
    public static final String RECS_CACHE_REQUESTS = "movierec.recs.cache.requests";
    public static final String RECS_CANDIDATES = "movierec.recs.candidates";
    public static final String FEEDBACK = "movierec.feedback";
    public static final String MODEL_TRAINED_TIMESTAMP = "movierec.model.trained.timestamp";
    public static final String BUILD_INFO = "movierec.build.info";
    public static final String TMDB_REQUESTS = "movierec.tmdb.requests";
    public static final String TMDB_REQUEST_DURATION = "movierec.tmdb.request.duration";
    public static final String TMDB_RATE_LIMITED = "movierec.tmdb.rate.limited";
    public static final String FETCH_LAST_SUCCESS = "movierec.fetch.last.success.timestamp";
    public static final String FETCH_ITEMS = "movierec.fetch.items";
    private static final String HTTP_REQUESTS = "http.server.requests";

    private static final double[] BUCKET_SECONDS = {.005, .01, .025, .05, .075, .1, .25, .5, .75, 1, 2.5, 5, 7.5, 10};

    private record HttpKey(String method, String route, int status) {}

    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT, new PrometheusRegistry(), Clock.SYSTEM);
    private final Map<HttpKey, Timer> httpTimers = new ConcurrentHashMap<>();
    private final Map<String, Timer> stageTimers = new ConcurrentHashMap<>();
    private final DistributionSummary candidates;
    private final JvmGcMetrics garbageCollection = new JvmGcMetrics();

    public Metrics(String version, String commit) {
        registry.config().meterFilter(buckets());
        new ClassLoaderMetrics().bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        garbageCollection.bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        Gauge.builder(BUILD_INFO, () -> 1)
                .tag("version", version)
                .tag("commit", commit)
                .description("The build that runs")
                .register(registry);
        candidates = DistributionSummary.builder(RECS_CANDIDATES)
                .description("Candidates before filters")
                .register(registry);
    }

    /** Timers are published with fixed buckets, without which no percentile can be computed over several nodes. */
    private static MeterFilter buckets() {
        double[] nanos = Arrays.stream(BUCKET_SECONDS).map(s -> s * 1e9).toArray();
        return new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                boolean ours =
                        id.getName().startsWith("movierec.") || id.getName().equals(HTTP_REQUESTS);
                if (!ours || id.getType() != Meter.Type.TIMER) {
                    return config;
                }
                return DistributionStatisticConfig.builder()
                        .serviceLevelObjectives(nanos)
                        .build()
                        .merge(config);
            }
        };
    }

    /** A request that was answered. The route is a template; what matched none must come under one name. */
    public void request(String method, String route, int status, long nanos) {
        httpTimers
                .computeIfAbsent(new HttpKey(method, route, status), this::httpTimer)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer httpTimer(HttpKey key) {
        return Timer.builder(HTTP_REQUESTS)
                .description("Answered requests")
                .tag("method", key.method())
                .tag("uri", key.route())
                .tag("status", Integer.toString(key.status()))
                .tag("outcome", outcome(key.status()))
                .register(registry);
    }

    private static String outcome(int status) {
        return switch (status / 100) {
            case 1 -> "INFORMATIONAL";
            case 2 -> "SUCCESS";
            case 3 -> "REDIRECTION";
            case 4 -> "CLIENT_ERROR";
            case 5 -> "SERVER_ERROR";
            default -> "UNKNOWN";
        };
    }

    /** A list of recommendations was served from {@code source}, such as {@code blend} or {@code popular}. */
    public void recommendationsServed(String source, boolean fallback) {
        count(RECS_SERVED, "Lists served", "source", source, "fallback", Boolean.toString(fallback));
    }

    /** How long one stage of the pipeline took. */
    public void stage(String stage, Duration duration) {
        stageTimers
                .computeIfAbsent(stage, name -> Timer.builder(RECS_STAGE_DURATION)
                        .description("Time of a stage of the pipeline")
                        .tag("stage", name)
                        .register(registry))
                .record(duration);
    }

    /** The cache of final lists was asked; {@code result} is {@code hit} or {@code miss}. */
    public void cacheRequest(String result) {
        count(RECS_CACHE_REQUESTS, "Requests to the cache of final lists", "result", result);
    }

    public void candidates(int count) {
        candidates.record(count);
    }

    /** Somebody told us something about a title. */
    public void feedback(String kind, int times) {
        Counter.builder(FEEDBACK)
                .description("Events recorded")
                .tag("kind", kind)
                .register(registry)
                .increment(times);
    }

    /** Publishes when the serving model was trained, in seconds since 1970; asked at every scrape. */
    public <T> void modelTrained(String model, T source, ToDoubleFunction<T> epochSeconds) {
        Gauge.builder(MODEL_TRAINED_TIMESTAMP, source, epochSeconds)
                .description("When the serving model was trained")
                .baseUnit("seconds")
                .tag("model", model)
                .strongReference(true)
                .register(registry);
    }

    /** TMDB was asked and this came of it. */
    public void tmdbRequest(String endpoint, String outcome, Duration took) {
        count(TMDB_REQUESTS, "Requests to TMDB", "endpoint", endpoint, "outcome", outcome);
        Timer.builder(TMDB_REQUEST_DURATION)
                .description("Time of requests to TMDB")
                .tag("endpoint", endpoint)
                .tag("outcome", outcome)
                .register(registry)
                .record(took);
    }

    /** TMDB said that it is asked too often. */
    public void tmdbRateLimited() {
        count(TMDB_RATE_LIMITED, "Times that TMDB asked to be asked less");
    }

    /** A fetch job ended; what it counted is added, its calls of the source excepted. */
    public void jobEnded(JobStatus job) {
        job.counts().forEach((result, times) -> {
            if (!result.startsWith(JobStatus.CALLS)) {
                Counter.builder(FETCH_ITEMS)
                        .description("What fetch jobs did")
                        .tag("job", job.job())
                        .tag("result", result.replace(' ', '_'))
                        .register(registry)
                        .increment(times);
            }
        });
    }

    /** Publishes when a fetch job was last completed, in seconds since 1970; asked at every scrape. */
    public <T> void fetchSucceeded(String job, T source, ToDoubleFunction<T> epochSeconds) {
        Gauge.builder(FETCH_LAST_SUCCESS, source, epochSeconds)
                .description("When the job was last completed")
                .baseUnit("seconds")
                .tag("job", job)
                .strongReference(true)
                .register(registry);
    }

    private void count(String name, String description, String... tags) {
        Counter.builder(name)
                .description(description)
                .tags(tags)
                .register(registry)
                .increment();
    }

    /** The text of {@code /metrics}, in the format that the {@code Accept} header prefers. */
    byte[] scrape(String contentType) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(32 * 1024);
        try {
            registry.scrape(out, contentType);
        } catch (IOException e) {
            throw new IllegalStateException("Memory cannot fail to be written", e);
        }
        return out.toByteArray();
    }

    /** Names of everything registered, as Micrometer has them. */
    public Stream<String> names() {
        return registry.getMeters().stream().map(meter -> meter.getId().getName());
    }

    @Override
    public void close() {
        garbageCollection.close();
        registry.close();
    }
}
