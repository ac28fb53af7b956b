package movierec.server;

import static movierec.server.RunningServer.as;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import movierec.app.Config;
import movierec.app.Fetching.Job;
import movierec.catalogue.fetch.FetchWatcher;
import movierec.catalogue.tmdb.TmdbLimits;
import movierec.faketmdb.FakeTmdb;
import movierec.faketmdb.world.FakeWorld;
import movierec.faketmdb.world.WorldPlan;
import movierec.job.JobStatus;
import movierec.server.RunningServer.Person;
import movierec.testkit.identity.SettableClock;
import movierec.title.TitleId;

/** A server with a TMDB of invented titles behind it, which it asks without the waiting that politeness wants. */
final class LivingWorld implements AutoCloseable {
    static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final TmdbLimits IN_A_HURRY = new TmdbLimits(
            5_000,
            8,
            Duration.ofSeconds(2),
            3,
            Duration.ofMillis(2),
            Duration.ofMillis(20),
            1_000,
            Duration.ofMillis(50),
            Duration.ofMinutes(10),
            Duration.ofMillis(1_500),
            1 << 20);

    /** In whole milliseconds, as everything that is stored. */
    final SettableClock clock = new SettableClock(Instant.now().truncatedTo(ChronoUnit.MILLIS));

    final FakeTmdb tmdb;
    final RunningServer server;

    LivingWorld(WorldPlan plan) {
        tmdb = FakeTmdb.start(new FakeWorld(plan, clock));
        server = RunningServer.with(settings(tmdb), clock, LivingWorld::inAHurry);
    }

    static Map<String, String> settings(FakeTmdb tmdb) {
        return Map.of(
                "movierec.tmdb.base-url",
                tmdb.address().toString(),
                "movierec.tmdb.api-key",
                KEY,
                "movierec.tmdb.requests-per-second",
                "1000");
    }

    private static Config inAHurry(Config config) {
        Config.Tmdb tmdb = config.tmdb();
        return new Config(
                config.adapters(),
                config.data(),
                config.servers(),
                config.http(),
                config.signUps(),
                config.smtpUrl(),
                config.images(),
                config.showWatchlist(),
                config.scheduleEnabled(),
                config.trainingHalfLife(),
                new Config.Tmdb(
                        tmdb.credential(),
                        tmdb.settings().with(IN_A_HURRY),
                        tmdb.refreshAfter(),
                        tmdb.growPerDay(),
                        tmdb.live()),
                config.titlesFolder(),
                config.textVectors(),
                config.log(),
                config.authBypass(),
                config.warnings(),
                config.entries());
    }

    /** Runs a job with the one source there is, and serves what came of it. */
    JobStatus fetch(Job job) {
        JobStatus status =
                server.movierec().fetching().run(job, FetchWatcher.NONE).getFirst();
        refresh();
        return status;
    }

    /** What upkeep does every second. */
    void refresh() {
        server.movierec().recommender().state().refreshNow();
    }

    boolean serves(TitleId title) {
        refresh();
        return server.movierec()
                .recommender()
                .state()
                .get()
                .catalogue()
                .find(title)
                .isPresent();
    }

    /** Somebody who likes some of the sample's titles. */
    Person fan() {
        Person fan = server.newUser();
        for (String title : new String[] {"movie:603", "movie:238", "tv:1396"}) {
            Answers.status(201, server.post("/api/user/favourites", "{\"mediaId\":\"%s\"}".formatted(title), as(fan)));
        }
        return fan;
    }

    @Override
    public void close() {
        server.close();
        tmdb.close();
    }
}
