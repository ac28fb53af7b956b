package movierec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FakeTmdbCommandTest {
    private static final String KEY = "api_key=0123456789abcdef0123456789abcdef";

    private static Process start(String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "movierec.cli.Main",
                "fake-tmdb"));
        command.addAll(List.of(options));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static int status(HttpClient client, String method, URI address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .method(method, BodyPublishers.noBody())
                .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }

    @Test
    void servesUntilItIsStoppedAndThenCountsWhatWasAsked() throws IOException, InterruptedException {
        Process fake = start("--movies", "30", "--shows", "10", "--fault", "503");
        try (HttpClient client = HttpClient.newHttpClient()) {
            BufferedReader out = fake.inputReader();
            String ready = String.valueOf(out.readLine());
            assertThat(ready).matches("Ready at http://127.0.0.1:\\d+/3 \\(pid " + fake.pid() + "\\)");
            URI base = URI.create(ready.split(" ")[2] + "/");
            out.readLine();
            assertThat(out.readLine()).contains("TMDB_BASE_URL=" + ready.split(" ")[2], "TMDB_API_KEY=", "fetch full");

            assertThat(status(client, "GET", base.resolve("movie/popular?" + KEY)))
                    .isEqualTo(503);
            assertThat(status(client, "DELETE", base.resolve("/_fake/fault"))).isEqualTo(200);
            assertThat(status(client, "GET", base.resolve("movie/popular?" + KEY)))
                    .isEqualTo(200);
            assertThat(status(client, "GET", base.resolve("tv/1000010?" + KEY))).isEqualTo(200);
            assertThat(status(client, "GET", base.resolve("tv/1000011?" + KEY))).isEqualTo(404);
            // The handle, because the process itself would close what is still to be read.
            fake.toHandle().destroy();

            assertThat(fake.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(out.lines())
                    .anyMatch(line -> line.matches("/3/movie/popular +2 +1 +0 +1"))
                    .anyMatch(line -> line.matches("/3/tv/\\{series_id} +2 +1 +0 +1"))
                    .anyMatch(line -> line.startsWith("4 requests, at most "));
        } finally {
            fake.destroyForcibly();
        }
    }

    @ParameterizedTest
    @CsvSource({"--fault, storm, outage", "--port, 70000, 65535", "--movies, -1, negative", "--rate-limit, many, many"})
    void refusesWhatItCannotServe(String option, String value, String said) {
        Ran ran = Ran.plain(Map.of(), "", "fake-tmdb", option, value);

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains(option, said);
        assertThat(ran.out()).isEmpty();
    }
}
