package movierec.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import movierec.app.ConfigLoader;
import movierec.faketmdb.FakeSettings;
import movierec.faketmdb.FakeTmdb;
import movierec.faketmdb.Fault;
import movierec.faketmdb.Rule;
import movierec.faketmdb.world.FakeWorld;
import movierec.faketmdb.world.WorldPlan;
import movierec.server.json.Json;
import movierec.testkit.job.Patiently;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What the operator of a whole server sees of its fetching, and that the credential is no part of it. */
@SuppressWarnings("NullAway.Init")
final class LivingServerTest {
    private static final String FORMER_KEY = "00000000000000000000000000000000";
    private static final String ACCOUNT = "{\"email\":\"ann@example.org\",\"password\":\"three titles you love\"}";

    @TempDir
    Path data;

    private final FakeTmdb tmdb = FakeTmdb.start(
            FakeWorld.of(WorldPlan.STANDARD.withTitles(60, 30)), FakeSettings.DEFAULT.withCredential(LivingWorld.KEY));
    private final HttpClient client = HttpClient.newHttpClient();
    private final Seen seen = new Seen();
    private MovierecServer server;

    /** Everything that was logged and answered. */
    private static final class Seen extends AppenderBase<ILoggingEvent> {
        private final Queue<String> texts = new ConcurrentLinkedQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            texts.add(event.getFormattedMessage() + " " + event.getKeyValuePairs());
            if (event.getThrowableProxy() != null) {
                texts.add(event.getThrowableProxy().getMessage());
            }
        }
    }

    @BeforeEach
    void listen() {
        seen.start();
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(seen);
    }

    @AfterEach
    void stop() {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).detachAppender(seen);
        server.close();
        client.close();
        tmdb.close();
    }

    private void start(String key) {
        Map<String, String> settings = new HashMap<>(LivingWorld.settings(tmdb));
        settings.putAll(Map.of(
                "movierec.tmdb.api-key",
                key,
                "movierec.port",
                "0",
                "movierec.images",
                "none",
                "movierec.rate-limit.enabled",
                "false",
                "movierec.schedule.enabled",
                "false"));
        server = MovierecServer.start(ConfigLoader.defaults(data, settings), InstantSource.system());
    }

    private String send(String method, String path, String body, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + path))
                .method(method, BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            String answer =
                    client.send(request.build(), BodyHandlers.ofString()).body();
            seen.texts.add(answer);
            return answer;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode json(String method, String path, String body, String token) {
        return Json.read(send(method, path, body, token).getBytes(StandardCharsets.UTF_8));
    }

    /** Signs the first account in, which is an admin's. */
    private String admin() {
        send("POST", "/api/auth/signup", ACCOUNT, "");
        return json("POST", "/api/auth/signin", ACCOUNT, "").path("AccessToken").asText();
    }

    /** Fetches and returns how it ended. */
    private JsonNode fetch(String token) {
        json("POST", "/api/admin/jobs/fetch-daily", "", token);
        Patiently.await(() -> !json("GET", "/api/admin/jobs/fetch-daily", "", token)
                .at("/runs/0/state")
                .asText("running")
                .equals("running"));
        return json("GET", "/api/admin/jobs/fetch-daily", "", token).at("/runs/0");
    }

    private List<String> metrics(String name) {
        return send("GET", "/metrics", "", "")
                .lines()
                .filter(line -> line.startsWith(name))
                .toList();
    }

    @Test
    void theMetricsCountWhatWasAskedAndFetched() {
        start(LivingWorld.KEY);
        tmdb.script().add(Rule.next(1, Fault.RATE_LIMITED));
        assertThat(metrics("movierec_fetch_last_success_timestamp_seconds{job=\"daily\""))
                .first()
                .asString()
                .endsWith(" 0.0");

        assertThat(fetch(admin()).path("state").asText()).isEqualTo("completed");

        assertThat(metrics("movierec_tmdb_requests_total"))
                .anyMatch(line -> line.contains("endpoint=\"/movie/popular\"")
                        && line.contains("outcome=\"ok\"")
                        && line.endsWith(" 2.0"))
                .anyMatch(line -> line.contains("endpoint=\"/movie/{id}\"") && line.contains("outcome=\"ok\""))
                .anyMatch(line -> line.contains("outcome=\"rate_limited\"") && line.endsWith(" 1.0"));
        assertThat(metrics("movierec_tmdb_rate_limited_total"))
                .first()
                .asString()
                .endsWith(" 1.0");
        assertThat(metrics("movierec_tmdb_request_duration_seconds_count")).isNotEmpty();
        assertThat(metrics("movierec_fetch_items_total"))
                .anyMatch(line -> line.contains("job=\"fetch-daily\"")
                        && line.contains("result=\"pages\"")
                        && line.endsWith(" 7.0"))
                .anyMatch(line -> line.contains("result=\"titles_fetched\""))
                .noneMatch(line -> line.contains("calls"));
        assertThat(metrics("movierec_fetch_last_success_timestamp_seconds"))
                .anyMatch(line -> line.contains("job=\"daily\"") && !line.endsWith(" 0.0"))
                .anyMatch(line -> line.contains("job=\"weekly\"") && line.endsWith(" 0.0"));
        assertThat(seen.texts).noneMatch(text -> text.contains(LivingWorld.KEY));
    }

    @Test
    void withoutACredentialTheServerStartsAndSaysWhatIsOff() {
        start("");

        assertThat(seen.texts).anyMatch(text -> text.contains("TMDB is off, because there is no TMDB_API_KEY"));
        assertThat(json("GET", "/health/ready", "", "").at("/checks/sources").asText())
                .isEqualTo("up");
        assertThat(json("GET", "/api/media?listType=popular", "", "").path("results"))
                .hasSize(20);
        assertThat(tmdb.log().count()).isZero();
    }

    @Test
    void aRefusedCredentialDegradesTheServerAndIsNeverShown() {
        start(FORMER_KEY);
        assertThat(json("GET", "/health/ready", "", "").at("/checks/sources").asText())
                .isEqualTo("up");
        String token = admin();

        JsonNode run = fetch(token);

        assertThat(run.path("state").asText()).isEqualTo("stopped");
        assertThat(run.path("message").asText()).contains("TMDB does not accept the credential");
        JsonNode ready = json("GET", "/health/ready", "", "");
        assertThat(ready.path("status").asText()).isEqualTo("degraded");
        assertThat(ready.at("/checks/sources").asText()).isEqualTo("degraded");
        assertThat(json("GET", "/api/recommendations", "", token).path("results"))
                .isNotEmpty();
        send("GET", "/api/titles/movie:603", "", "");
        send("GET", "/metrics", "", "");
        send("GET", "/api/admin/jobs", "", token);
        assertThat(seen.texts)
                .anyMatch(text -> text.contains("credential"))
                .noneMatch(text -> text.contains(FORMER_KEY));
    }
}
