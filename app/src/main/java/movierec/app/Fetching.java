package movierec.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import movierec.catalogue.fetch.FetchCatalogue;
import movierec.catalogue.fetch.FetchControl;
import movierec.catalogue.fetch.FetchSchedule;
import movierec.catalogue.fetch.FetchSettings;
import movierec.catalogue.fetch.FetchStores;
import movierec.catalogue.fetch.FetchWatcher;
import movierec.catalogue.fetch.GrowCatalogue;
import movierec.failure.OutsideFailure;
import movierec.failure.Refusal;
import movierec.job.HeldLease;
import movierec.job.JobStatus;
import movierec.job.JobStatus.State;
import movierec.title.Genre;
import movierec.title.TitleFeed;
import movierec.title.TitleSource;
import movierec.title.TitleSource.JobKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the catalogue in step with its sources: one run at a time over all processes that share the store, in the foreground
 * for a command, behind the answers for a server. Thread-safe.
 */
public final class Fetching implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Fetching.class);
    private static final String LEASE = "fetch";
    private static final Duration LEASE_TIME = Duration.ofMinutes(2);
    private static final Duration GROWING_TIME = Duration.ofHours(20);
    private static final String BROKEN_OFF = "The process that ran it has ended; the next run goes on from here";
    private static final Duration CLOSING_TIME = Duration.ofSeconds(5);

    private final List<TitleSource> sources;
    private final Optional<TitleFeed> feed;
    private final Stores stores;
    private final FetchStores fetchStores;
    private final FetchSettings settings;
    private final int growADay;
    private final Consumer<JobStatus> ended;
    private final Supplier<Map<String, Long>> calls;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final ProcessOwner owner;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile boolean closed;
    /** The run behind the answers; at first a thread that has nothing to do. */
    private volatile Thread behind = Thread.ofVirtual().unstarted(() -> {});

    /**
     * @param growADay titles that the schedule lets the catalogue grow by every day
     * @param ended is told how each run of this process ended
     */
    Fetching(
            Sources sources,
            Stores stores,
            FetchSettings settings,
            int growADay,
            Consumer<JobStatus> ended,
            InstantSource clock,
            RandomGenerator random) {
        this.sources = sources.all();
        this.feed = sources.feed();
        this.calls = sources.calls();
        this.stores = stores;
        this.fetchStores = stores.toFetch();
        this.settings = settings;
        this.growADay = growADay;
        this.ended = ended;
        this.clock = clock;
        this.random = random;
        this.owner = ProcessOwner.of(ProcessHandle.current(), random);
    }

    /** What can be asked for by name. */
    public enum Job {
        DAILY,
        WEEKLY,
        FULL,
        GROW;

        /** Reads {@code daily} and {@code fetch-daily} alike. */
        public static Optional<Job> of(String word) {
            String plain = word.startsWith("fetch-") ? word.substring("fetch-".length()) : word;
            for (Job job : values()) {
                if (job.word().equals(plain)) {
                    return Optional.of(job);
                }
            }
            return Optional.empty();
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether there is any source to fetch from. */
    public boolean isSetUp() {
        return !sources.isEmpty();
    }

    /** The sources, the most trusted one first. */
    public List<TitleSource> sources() {
        return sources;
    }

    /**
     * Runs a job to its end with every source, and returns how it ended with each.
     *
     * @throws Refusal.Conflict when a job is running in whatever process
     */
    public List<JobStatus> run(Job job, FetchWatcher watcher) {
        return run(job, growBy(), watcher);
    }

    private int growBy() {
        return growADay == 0 ? 200 : growADay;
    }

    /** @param growBy most titles that {@link Job#GROW} asks for */
    public List<JobStatus> run(Job job, int growBy, FetchWatcher watcher) {
        requireSources();
        return run(job, sources, growBy, watcher);
    }

    private List<JobStatus> run(Job job, List<TitleSource> asked, int growBy, FetchWatcher watcher) {
        try (HeldLease lease = takeLease()) {
            List<JobStatus> runs = new ArrayList<>();
            FetchControl control = new FetchControl(clock, watcher, goOn(lease), calls, FetchControl.SLEEP);
            switch (job) {
                case DAILY -> runs.addAll(runAll(JobKind.DAILY, asked, control));
                case WEEKLY -> runs.addAll(runAll(JobKind.WEEKLY, asked, control));
                case FULL -> runs.addAll(runAll(JobKind.FULL, asked, control));
                case GROW -> runs.add(grow(growBy, control));
            }
            runs.forEach(ended);
            return runs;
        }
    }

    private List<JobStatus> runAll(JobKind kind, List<TitleSource> asked, FetchControl control) {
        return asked.stream().map(source -> runInSlices(source, kind, control)).toList();
    }

    private JobStatus runInSlices(TitleSource source, JobKind kind, FetchControl control) {
        FetchCatalogue fetch = new FetchCatalogue(source, fetchStores, this::topGenres, settings, random);
        JobStatus status = fetch.run(kind, control);
        while (status.state() == State.PAUSED) {
            status = fetch.run(kind, control);
        }
        return status;
    }

    private JobStatus grow(int limit, FetchControl control) {
        TitleFeed growing = feed.orElseThrow(() -> new Refusal.Conflict(
                "fetch-not-set-up", "Only TMDB says what it has, and it is not set up: set TMDB_API_KEY"));
        // Every run begins anew, so that a pause would leave the rest to the next day.
        FetchSettings unhurried = settings.pausingAfter(GROWING_TIME);
        return new GrowCatalogue(sources.getFirst(), growing, fetchStores, unhurried).run(limit, control);
    }

    private void requireSources() {
        if (sources.isEmpty()) {
            throw new Refusal.Conflict(
                    "fetch-not-set-up",
                    "There is no source to fetch from: set TMDB_API_KEY, or movierec.titles.folder to a folder of title files");
        }
    }

    private HeldLease takeLease() {
        return HeldLease.take(stores.leases(), LEASE, owner.text(), clock, LEASE_TIME, ProcessOwner::isGone)
                .orElseThrow(() -> new Refusal.Conflict(
                        "fetch-is-running",
                        "A fetch is running already ("
                                + stores.leases().holder(LEASE, clock.instant()).orElse("just ending")
                                + "); this one was not started"));
    }

    private BooleanSupplier goOn(HeldLease lease) {
        return () -> !closed && lease.isHeld();
    }

    /**
     * Starts a job behind the answers; false when one is running in this process.
     *
     * @throws Refusal.Conflict when there is no source
     */
    public boolean start(Job job) {
        requireSources();
        return start(job, sources);
    }

    private boolean start(Job job, List<TitleSource> asked) {
        if (!running.compareAndSet(false, true)) {
            return false;
        }
        behind = Thread.ofVirtual().name("fetch-" + job.word()).start(() -> runReporting(job, asked));
        return true;
    }

    private void runReporting(Job job, List<TitleSource> asked) {
        try {
            for (JobStatus status : run(job, asked, growBy(), FetchWatcher.NONE)) {
                LOG.info("{} {}: {} {}", status.job(), status.state(), status.counts(), status.message());
            }
        } catch (Refusal.Conflict elsewhere) {
            LOG.info("{}", elsewhere.reason());
        } catch (OutsideFailure failure) {
            LOG.warn("The fetch broke off; it goes on where it stopped: {}", failure.getMessage());
        } catch (RuntimeException bug) {
            LOG.error("The fetch failed", bug);
        } finally {
            running.set(false);
        }
    }

    /** Starts what is due by the schedule, if anything is, with the source for which it is due. */
    public void startDue() {
        if (running.get() || sources.isEmpty()) {
            return;
        }
        List<JobStatus> jobs = stores.jobs().all();
        Instant now = clock.instant();
        for (TitleSource source : sources) {
            Optional<JobKind> due = FetchSchedule.due(source.name(), jobs, now);
            if (due.isPresent()) {
                start(Job.valueOf(due.get().name()), List.of(source));
                return;
            }
        }
        if (feed.isPresent() && growADay > 0 && FetchSchedule.isGrowthDue(jobs, now)) {
            start(Job.GROW, sources);
        }
    }

    /** Asks a running job to end soon; false when it does not run. */
    public boolean cancel(Job job) {
        boolean runs = false;
        for (JobStatus status : statuses(job)) {
            if (status.state() == State.RUNNING) {
                stores.jobs().requestCancel(status.job(), clock.instant());
                runs = true;
            }
        }
        return runs;
    }

    /** Where a job stands with each source; empty when it never ran. */
    public List<JobStatus> statuses(Job job) {
        Stream<String> names = job == Job.GROW
                ? Stream.of(GrowCatalogue.JOB)
                : sources.stream().map(source -> FetchCatalogue.jobName(source.name(), JobKind.valueOf(job.name())));
        boolean isRunning = isRunning();
        // A process that was killed left behind that its run goes on.
        return names.flatMap(name -> stores.jobs().find(name).stream())
                .map(status -> isRunning || status.state() != State.RUNNING ? status : status.stopped(BROKEN_OFF))
                .toList();
    }

    /** Whether a job is running now, in whatever process; one that was just started counts. */
    public boolean isRunning() {
        return running.get()
                || stores.leases()
                        .holder(LEASE, clock.instant())
                        .filter(holder -> !ProcessOwner.isGone(holder))
                        .isPresent();
    }

    /** When the schedule runs a job next. */
    public Instant next(Job job) {
        return FetchSchedule.next(job == Job.WEEKLY ? JobKind.WEEKLY : JobKind.DAILY, clock.instant());
    }

    /** The genres that most users named, most first. */
    private List<Genre> topGenres() {
        return stores.tastes().favouriteGenres().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .flatMap(entry -> Genre.parse(entry.getKey()).stream())
                .distinct()
                .toList();
    }

    /** A running job ends at its next step; it goes on where it stopped at the next start. */
    @Override
    public void close() {
        closed = true;
        try {
            if (behind.isAlive() && !behind.join(CLOSING_TIME)) {
                // It waits for its source, which must not hold the end up.
                behind.interrupt();
                behind.join(CLOSING_TIME);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
