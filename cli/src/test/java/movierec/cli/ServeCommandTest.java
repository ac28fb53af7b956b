package movierec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code movierec serve} in a process of its own, as people do, and other commands beside it. */
class ServeCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SIGN_IN = """
            {"email":"ann@example.org","password":"correct horse battery"}""";

    @TempDir
    private Path data;

    @TempDir
    private Path elsewhere;

    private Process server;
    private URI address;

    @BeforeEach
    void start() throws IOException {
        ProcessBuilder serve = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "movierec.cli.Main",
                "serve",
                "--port",
                "0",
                "--data",
                data.toString()));
        serve.environment().put("MOVIEREC_SCHEDULE_ENABLED", "false");
        server = serve.redirectError(elsewhere.resolve("log").toFile()).start();
        BufferedReader out = server.inputReader();
        String ready = String.valueOf(out.readLine());
        assertThat(ready).matches("Ready at http://127.0.0.1:\\d+ \\(pid " + server.pid() + "\\)");
        assertThat(out.readLine()).contains("browser");
        address = URI.create(ready.split(" ")[2]);
    }

    @AfterEach
    void stop() throws InterruptedException {
        server.destroy();
        if (!server.waitFor(30, TimeUnit.SECONDS)) {
            server.destroyForcibly();
        }
    }

    private Map<String, String> port() {
        return Map.of("MOVIEREC_PORT", String.valueOf(address.getPort()));
    }

    @Test
    void keepsItsDataFolderAndItsPortToItself() {
        Ran sameFolder = Ran.in(data, "serve", "--port", "0");
        Ran samePort = Ran.with(port(), "", elsewhere, "serve");
        Ran restore = Ran.in(data, "restore", elsewhere.resolve("any.zip").toString());

        assertThat(sameFolder.exitCode()).isEqualTo(1);
        assertThat(sameFolder.err()).contains("A running server uses the data folder");
        assertThat(samePort.exitCode()).isEqualTo(1);
        assertThat(samePort.err()).contains("cannot listen on " + address.getAuthority());
        assertThat(restore.exitCode()).isEqualTo(1);
        assertThat(restore.err()).contains("stop it first");
    }

    @Test
    void isWatchedByHealthAndDoctorAndStopsWhenAsked() throws InterruptedException {
        Ran health = Ran.with(port(), "", data, "health");
        Ran doctor = Ran.with(port(), "", data, "doctor");

        assertThat(health.exitCode()).isZero();
        assertThat(health.out()).contains("\"store\":\"up\"");
        assertThat(doctor.exitCode()).isZero();
        assertThat(doctor.out()).contains("a server answers at " + address);

        server.destroy();

        assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(Ran.with(port(), "", data, "health").exitCode()).isEqualTo(1);
    }

    @Test
    void exportsWhatTheCommandExports() throws IOException, InterruptedException {
        Ran created = Ran.with(
                Map.of(), "correct horse battery\n", data, "user", "create", "ann@example.org", "--password-stdin");
        assertThat(created.exitCode()).isZero();
        try (HttpClient client = HttpClient.newHttpClient()) {
            String token = JSON.readTree(send(client, post("/api/auth/signin", SIGN_IN, "")))
                    .get("AccessToken")
                    .asText();
            send(client, post("/api/user/favourites", "{\"mediaId\":\"movie:238\"}", token));
            send(client, post("/api/events", "{\"titleId\":\"movie:240\",\"kind\":\"rated\",\"value\":4.5}", token));
            send(client, post("/api/user/preferences", "{\"favoriteGenres\":[\"Drama\",\"Nonsense\"]}", token));

            assertThat(Ran.in(data, "train").exitCode()).isZero();

            JsonNode byApi = JSON.readTree(send(
                    client,
                    HttpRequest.newBuilder(address.resolve("/api/user/export"))
                            .header("Authorization", "Bearer " + token)
                            .build()));
            Path file = elsewhere.resolve("ann.json");
            assertThat(Ran.in(data, "export", "ann@example.org", file.toString())
                            .exitCode())
                    .isZero();
            JsonNode byCommand = JSON.readTree(file.toFile());

            assertThat(byCommand.get("events")).hasSizeGreaterThan(1);
            assertThat(byCommand.at("/batch/0/entries")).hasSizeGreaterThan(100);
            assertThat(withoutMoment(byCommand)).isEqualTo(withoutMoment(byApi));
        }
    }

    private static JsonNode withoutMoment(JsonNode export) {
        return ((ObjectNode) export).without("exportedAt");
    }

    private HttpRequest post(String path, String body, String token) {
        return HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "application/json")
                .header("Authorization", token.isEmpty() ? "none" : "Bearer " + token)
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private static String send(HttpClient client, HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(request.uri() + " " + answer.body()).isBetween(200, 299);
        return answer.body();
    }
}
