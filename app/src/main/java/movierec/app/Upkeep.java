package movierec.app;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import movierec.recommend.LiveServingState;
import movierec.title.Catalogue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a server does besides answering: keeps the serving state in step, indexes the catalogue for search by words and by meaning, fetches what is due,
 * trains every night and forgets what is old.
 */
public final class Upkeep implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
    private static final LocalTime TRAINING_TIME_UTC = LocalTime.of(3, 0);
    private static final Duration KEEP_SERVED_LISTS = Duration.ofDays(90);

    private static final String NIGHTLY = "nightly";

    private final Movierec movierec;
    private final String owner =
            ProcessOwner.of(ProcessHandle.current(), new SecureRandom()).text();
    private final TrainingProcess training;
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("upkeep").daemon().factory());

    public Upkeep(Movierec movierec, TrainingProcess training) {
        this.movierec = movierec;
        this.training = training;
    }

    /** Starts the schedule; a first model is trained at once where there is none. */
    public void start() {
        LiveServingState state = movierec.recommender().state();
        scheduler.execute(reporting(() -> state.onCatalogue(this::index)));
        scheduler.scheduleWithFixedDelay(reporting(movierec::synchroniseFolders), 2, 2, TimeUnit.SECONDS);
        scheduler.scheduleWithFixedDelay(reporting(state::refresh), 1, 1, TimeUnit.SECONDS);
        if (movierec.config().scheduleEnabled()) {
            scheduler.scheduleWithFixedDelay(reporting(movierec.fetching()::startDue), 1, 30, TimeUnit.SECONDS);
            if (movierec.stores().models().servingVersion().isEmpty()) {
                training.start();
            }
            long toFirst = Duration.between(now(), nextTraining(now())).toSeconds();
            scheduler.scheduleAtFixedRate(
                    reporting(this::nightly), toFirst, Duration.ofDays(1).toSeconds(), TimeUnit.SECONDS);
        }
    }

    private Instant now() {
        return movierec.clock().instant();
    }

    /** The next moment after {@code now} that is the time of training. */
    static Instant nextTraining(Instant now) {
        ZonedDateTime today = now.atZone(ZoneOffset.UTC).with(TRAINING_TIME_UTC);
        return (today.toInstant().isAfter(now) ? today : today.plusDays(1)).toInstant();
    }

    private void index(Catalogue catalogue) {
        movierec.recommender().search().rebuild(catalogue.all());
        movierec.contentVectors().follow(catalogue);
    }

    /** Of several nodes the first does it; the lease runs out by itself, long before the next night. */
    private void nightly() {
        Instant until = now().plus(Duration.ofHours(1));
        if (!movierec.stores().leases().acquire(NIGHTLY, owner, now(), until)) {
            return;
        }
        int sessions = movierec.people().sessions().deleteExpired();
        int lists = movierec.stores().served().deleteBefore(now().minus(KEEP_SERVED_LISTS));
        int titles = movierec.stores().titles().deleteExpired();
        int pictures = movierec.images().deleteExpired();
        LOG.info(
                "Forgot {} expired sessions, {} old served lists, {} titles and {} pictures beyond their legal age",
                sessions,
                lists,
                titles,
                pictures);
        training.start();
    }

    private Runnable reporting(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException failure) {
                // Closing interrupts what is under way, which is no failure.
                if (!scheduler.isShutdown()) {
                    LOG.error("Upkeep failed; it is tried again", failure);
                }
            }
        };
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
        training.close();
    }
}
