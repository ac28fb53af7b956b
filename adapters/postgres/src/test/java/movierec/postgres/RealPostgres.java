package movierec.postgres;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Finds the PostgreSQL server of the tests: the one of MOVIEREC_TEST_POSTGRES_URL, else the one that
 * {@code deploy/services} has started, else it lets that script start one, which takes a lock of its own. Where there is
 * none and none can be started, tests are skipped and say why.
 */
final class RealPostgres {
    private static final String URL = "MOVIEREC_TEST_POSTGRES_URL";

    private static Optional<Found> found = Optional.empty();

    private RealPostgres() {}

    /** Where it is, or why there is none. */
    private record Found(String url, String whyNot) {}

    /** The URL of a user who may create databases. Skips the test where there is no server. */
    static synchronized String url() {
        if (found.isEmpty()) {
            found = Optional.of(find());
        }
        assumeTrue(!found.get().url().isEmpty(), found.get().whyNot());
        return found.get().url();
    }

    /** The same server, another database. */
    static String url(String database) {
        return url().replaceFirst("/[^/?]*(\\?.*)?$", "/" + database + "$1");
    }

    private static Found find() {
        String given = System.getenv(URL);
        if (given != null && !given.isBlank()) {
            return new Found(given, "");
        }
        Optional<Path> script = script();
        if (script.isEmpty()) {
            return new Found(
                    "",
                    "no " + URL + ", and no deploy/services above "
                            + Path.of("").toAbsolutePath());
        }
        return start(script.get(), script.get().resolveSibling("../target/services"));
    }

    /** Starts a server, or finds the one that runs; what the script says goes to the output of the test. */
    private static Found start(Path script, Path folder) {
        try {
            Map<String, String> env = env(script, folder);
            return new Found(env.getOrDefault(URL, ""), "deploy/services started no PostgreSQL; it says why");
        } catch (IOException failed) {
            return new Found("", "deploy/services start postgres: " + failed.getMessage());
        }
    }

    /** What {@code deploy/services} has written about the PostgreSQL it keeps in the folder, after starting it there. */
    static Map<String, String> env(Path script, Path folder) throws IOException {
        run(Map.of("MOVIEREC_SERVICES_DIR", folder.toString()), script.toString(), "start", "postgres");
        Map<String, String> env = new HashMap<>();
        Path written = folder.resolve("postgres.env");
        if (Files.exists(written)) {
            for (String line : Files.readAllLines(written)) {
                int equal = line.indexOf('=');
                env.put(line.substring(0, equal), line.substring(equal + 1));
            }
        }
        return env;
    }

    static void run(Map<String, String> environment, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        try {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IOException(said.isBlank() ? "exit code " + process.exitValue() : said.strip());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    static Optional<Path> script() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path script = folder.resolve("deploy").resolve("services");
            if (Files.isExecutable(script)) {
                return Optional.of(script);
            }
        }
        return Optional.empty();
    }
}
