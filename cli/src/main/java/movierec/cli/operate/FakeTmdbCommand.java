package movierec.cli.operate;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import movierec.cli.shell.CommandFailed;
import movierec.cli.shell.Setup;
import movierec.cli.shell.Table;
import movierec.cli.shell.WrongUsage;
import movierec.faketmdb.FakeSettings;
import movierec.faketmdb.FakeTmdb;
import movierec.faketmdb.FaultWords;
import movierec.faketmdb.RequestLog;
import movierec.faketmdb.Rule;
import movierec.faketmdb.world.FakeWorld;
import movierec.faketmdb.world.WorldPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code movierec fake-tmdb}. */
@Command(
        name = "fake-tmdb",
        description = {
            "Serve a TMDB of invented titles on this machine, to try fetching without a key or to see what failures do.",
            "Any key of 32 hexadecimal digits is accepted. Runs until it is stopped, then counts what was asked.",
            "GET /_fake/requests tells so far; POST /_fake/fault?kind=... and DELETE /_fake/fault change what goes wrong."
        },
        footer = {
            "  movierec fake-tmdb --port 9100",
            "  movierec fake-tmdb --movies 20000 --shows 5000 --rate-limit 40",
            "  movierec fake-tmdb --port 9100 --fault errors=30% --fault slow=200"
        })
public final class FakeTmdbCommand implements Callable<Integer> {
    private static final int MAX_PORT = 65_535;

    private final Setup setup;

    @Option(names = "--port", paramLabel = "N", description = "Port to listen on, 0 for a free one. Default: 0.")
    private int port;

    @Option(names = "--movies", paramLabel = "N", description = "Number of movies. Default: 1000.")
    private int movies = WorldPlan.STANDARD.movies();

    @Option(names = "--shows", paramLabel = "N", description = "Number of shows. Default: 400.")
    private int shows = WorldPlan.STANDARD.shows();

    @Option(names = "--seed", paramLabel = "N", description = "The same seed gives the same titles. Default: 1.")
    private long seed = WorldPlan.STANDARD.seed();

    @Option(
            names = "--rate-limit",
            paramLabel = "N",
            description = "Answer 429 beyond so many requests a second. Default: 0, no limit.")
    private int rateLimit;

    @Option(
            names = "--fault",
            paramLabel = "KIND",
            description = "What goes wrong from the start, may be given several times: " + FaultWords.ALL + ".")
    private List<String> faults = List.of();

    public FakeTmdbCommand(Setup setup) {
        this.setup = setup;
    }

    @Override
    public Integer call() throws InterruptedException {
        List<Rule> rules = rules();
        FakeTmdb fake = start();
        rules.forEach(fake.script()::add);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> {
            fake.close();
            summarise(fake.log());
        }));
        setup.out()
                .println("Ready at " + fake.address() + " (pid "
                        + ProcessHandle.current().pid() + ")");
        setup.out().println("Fetch from it, into a folder of its own:");
        setup.out()
                .println(
                        "  TMDB_BASE_URL=" + fake.address()
                                + " TMDB_API_KEY=0123456789abcdef0123456789abcdef movierec fetch full --data /tmp/fake-catalogue");
        setup.out().flush();
        // Only a signal ends the process.
        new CountDownLatch(1).await();
        return 0;
    }

    private List<Rule> rules() {
        if (port < 0 || port > MAX_PORT) {
            throw new WrongUsage("--port is a whole number from 0 to " + MAX_PORT + ", not " + port);
        }
        if (movies < 0 || shows < 0 || rateLimit < 0) {
            throw new WrongUsage("--movies, --shows and --rate-limit are not negative");
        }
        try {
            return faults.stream().map(FaultWords::rule).toList();
        } catch (IllegalArgumentException wrong) {
            throw new WrongUsage("--fault is one of " + FaultWords.ALL + ", not " + faults);
        }
    }

    private FakeTmdb start() {
        WorldPlan plan = WorldPlan.STANDARD.withSeed(seed).withTitles(movies, shows);
        try {
            return FakeTmdb.start(
                    new FakeWorld(plan, setup.shell().clock()),
                    FakeSettings.DEFAULT.withPort(port).withRequestsPerSecond(rateLimit));
        } catch (UncheckedIOException taken) {
            throw new CommandFailed("cannot listen on 127.0.0.1:" + port + ": choose another port");
        }
    }

    private void summarise(RequestLog log) {
        Table table = new Table("endpoint", "requests", "answered", "429", "failed");
        log.byEndpoint()
                .forEach((endpoint, counts) -> table.row(
                        endpoint,
                        sum(counts),
                        counts.getOrDefault(200, 0) + counts.getOrDefault(304, 0),
                        counts.getOrDefault(429, 0),
                        sum(counts)
                                - counts.getOrDefault(200, 0)
                                - counts.getOrDefault(304, 0)
                                - counts.getOrDefault(429, 0)));
        table.print(setup.out());
        setup.out()
                .println(Table.text(log.count()) + " requests, at most " + Table.text(log.maxPerSecond())
                        + " within a second and " + log.maxConcurrency() + " at once");
        setup.out().flush();
    }

    private static int sum(Map<Integer, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
