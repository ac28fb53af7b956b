package movierec.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import movierec.app.Config;
import movierec.app.ConfigLoader;
import movierec.server.MovierecServer;
import movierec.server.http.Answer;
import movierec.server.http.Policy;
import movierec.server.http.Route;

/**
 * Requests per second of personal recommendations, cached and uncached, as ratios to a static JSON answer of the same size from
 * the same server in the same run; and the time from an event to the first answer that honours it. The load comes from
 * {@code wrk} (Debian package wrk) at 64 connections on the same machine.
 *
 * <p>Uncached means: while the load runs, every user's version is raised several times between two requests of that user, as
 * an event would, so that no answer comes from the cache.
 */
public final class HttpBench {
    private static final int USERS = 200;
    private static final int ROUNDS = 3;

    private HttpBench() {}

    /** @param args seconds of each measurement; default 8 */
    public static void main(String[] args) throws Exception {
        int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 8;
        Path folder = Files.createTempDirectory("movierec-bench");
        Config config = ConfigLoader.defaults(
                folder,
                Map.of(
                        "movierec.port", "0",
                        "movierec.rate-limit.enabled", "false",
                        "movierec.schedule.enabled", "false",
                        "movierec.log.level", "warn"));
        Audience audience = Audience.create(config, USERS);
        StaticAnswer fixed = new StaticAnswer();
        Route route = Route.get("/bench/static", call -> fixed.answer()).open().limited(Policy.NONE);
        try (MovierecServer server = MovierecServer.start(config, InstantSource.system(), List.of(route))) {
            List<String> tokens = audience.signIn(server.address());
            byte[] example = audience.ask(server.address(), tokens.getFirst());
            fixed.set(example);
            System.out.printf("%d users with 20 favourites each, answers of about %d bytes%n", USERS, example.length);
            Wrk wrk = new Wrk(folder, server.address(), tokens, seconds);
            wrk.run("warm-up", "/api/recommendations?limit=20");
            for (int round = 1; round <= ROUNDS; round++) {
                measure(round, wrk, config);
            }
            new EventLatency(server.address(), tokens.getFirst()).print(300);
        }
    }

    private static void measure(int round, Wrk wrk, Config config) throws IOException, InterruptedException {
        Wrk.Result fixed = wrk.run("static", "/bench/static");
        Wrk.Result cached = wrk.run("cached", "/api/recommendations?limit=20");
        Wrk.Result uncached;
        try (VersionRaiser raiser = VersionRaiser.start(config.data().resolve("movierec.db"))) {
            uncached = wrk.run("uncached", "/api/recommendations?limit=20");
        }
        System.out.printf(
                "round %d: cached/static %.2f, uncached/static %.2f%n",
                round,
                cached.requestsPerSecond() / fixed.requestsPerSecond(),
                uncached.requestsPerSecond() / fixed.requestsPerSecond());
    }

    /** An answer of fixed bytes. */
    private static final class StaticAnswer {
        private volatile byte[] bytes = "{}".getBytes(StandardCharsets.UTF_8);

        void set(byte[] newBytes) {
            bytes = newBytes;
        }

        Answer answer() {
            return Answer.bytes(200, Answer.JSON, bytes);
        }
    }
}
