package movierec.redis;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The Redis of the tests: the one that MOVIEREC_TEST_REDIS_URL names, or one that {@code deploy/services} starts. */
final class RealRedis {
    private static final String VARIABLE = "MOVIEREC_TEST_REDIS_URL";

    private RealRedis() {}

    /** Its address; skips the test where there is none and none can be started. */
    static String url() {
        String given = System.getenv().getOrDefault(VARIABLE, "");
        if (!given.isEmpty()) {
            return given;
        }
        Path script = script();
        run(List.of(script.toString(), "start", "redis"));
        String url = run(List.of(script.toString(), "env"))
                .lines()
                .filter(line -> line.startsWith(VARIABLE + "="))
                .map(line -> line.substring(VARIABLE.length() + 1))
                .findFirst()
                .orElse("");
        assumeThat(url).as("no Redis: deploy/services says why").isNotEmpty();
        return url;
    }

    private static Path script() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(folder -> folder.resolve("deploy/services"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
    }

    private static String run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor(10, TimeUnit.MINUTES);
            return output;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
