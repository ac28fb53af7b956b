package movierec.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import movierec.app.Config;
import movierec.app.ConfigLoader;
import movierec.app.Meters;
import movierec.app.Movierec;
import movierec.app.TrainingProcess;
import movierec.app.Wiring;
import movierec.server.docs.Build;
import movierec.server.docs.OpenApiContract;
import movierec.server.http.Route;
import movierec.server.json.Json;
import movierec.server.metrics.Health;
import movierec.server.metrics.Metrics;
import movierec.server.security.RateLimits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole server against its description: the same routes, and every example asked of every route and alias (PLAT-5). */
@SuppressWarnings("NullAway.Init")
final class WholeApiTest {
    /** What the examples' answers may be, beside success: their ids and codes are made up. */
    private static final Set<Integer> WELL_REFUSED = Set.of(400, 401, 403, 404, 409);

    /** Not run: it starts a training process. */
    private static final Set<String> LEFT_OUT = Set.of("POST /api/admin/jobs/{job}");

    @TempDir
    private static Path folder;

    private static Metrics metrics;
    private static Movierec movierec;
    private static List<Route> routes;
    private static HttpServer server;
    private static HttpClient client;
    private final OpenApiContract contract = OpenApiContract.served();

    @BeforeAll
    static void start() {
        Map<String, String> alone = Map.of("movierec.rate-limit.enabled", "false", "movierec.images", "none");
        Config config = ConfigLoader.defaults(folder, alone);
        metrics = new Metrics("0", "0");
        Health health = new Health(Map.of());
        movierec = Wiring.open(config, InstantSource.system(), Meters.NONE);
        routes = Routes.all(movierec, new TrainingProcess(folder), Build.current(), metrics, health);
        HttpSettings settings = HttpSettings.of("127.0.0.1", 0, TestServer.LOG_KEY)
                .withRateLimits(new RateLimits.Settings(false, false, Map.of()));
        server = new HttpServer(settings, routes, Routes.authenticator(movierec), metrics, health);
        server.start();
        client = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
        movierec.close();
        metrics.close();
    }

    @Test
    void describesExactlyTheRoutesThereAre() {
        assertThat(contract.operations()).isEqualTo(OpenApiContract.operations(routes));
    }

    @Test
    void everyExampleGetsAnAnswerAsDescribed() {
        List<String> failed = new ArrayList<>();
        int succeeded = 0;
        String everybody = token("everybody@example.org");
        for (String operation : contract.operations()) {
            if (LEFT_OUT.contains(operation)) {
                continue;
            }
            String[] parts = operation.split(" ", 2);
            String token = operation.matches("DELETE (/api)?/user") ? token("leaving@example.org") : everybody;
            for (HttpRequest request : examples(parts[0], parts[1], token)) {
                HttpResponse<String> answer = send(request);
                contract.check(parts[0], parts[1], answer);
                if (answer.statusCode() < 300) {
                    succeeded++;
                } else if (!WELL_REFUSED.contains(answer.statusCode())) {
                    failed.add(operation + " " + answer.statusCode() + " " + answer.body());
                }
            }
        }

        assertThat(failed).isEmpty();
        assertThat(succeeded).isGreaterThan(70);
    }

    @Test
    void whatNeedsASignInSaysSoAndNothingElseDoes() {
        Set<String> open = new TreeSet<>();
        for (String operation : contract.operations()) {
            String[] parts = operation.split(" ", 2);
            HttpRequest request = examples(parts[0], parts[1], "").getFirst();
            int status = send(request).statusCode();
            boolean described = contract.needsSignIn(operation);
            if (status != 401) {
                open.add(operation);
            }
            // a wrong password and a made-up token are 401 as well
            if (!operation.matches("POST .*(signin|refresh|refresh-token|reset)")) {
                assertThat(status == 401).as(operation + " " + status).isEqualTo(described);
            }
        }
        assertThat(open).contains("GET /api/media", "POST /signup").doesNotContain("GET /api/home");
    }

    /** One request for each example of the body, or one without a body. */
    private List<HttpRequest> examples(String method, String template, String token) {
        URI target = URI.create(server.address() + target(method, template));
        List<HttpRequest> requests = new ArrayList<>();
        for (Map.Entry<String, JsonNode> body : contract.bodies(method, template)) {
            String type = body.getKey();
            String text = type.endsWith("json")
                    ? new String(Json.bytes(body.getValue()), StandardCharsets.UTF_8)
                    : form(body.getValue());
            requests.add(request(target, token)
                    .header("Content-Type", type)
                    .method(method, HttpRequest.BodyPublishers.ofString(text))
                    .build());
        }
        if (requests.isEmpty()) {
            requests.add(request(target, token)
                    .method(method, HttpRequest.BodyPublishers.noBody())
                    .build());
        }
        return requests;
    }

    private static HttpRequest.Builder request(URI target, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(target).timeout(Duration.ofSeconds(60));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    /** The template with its parameters' examples in place. */
    private String target(String method, String template) {
        String path = template;
        List<String> query = new ArrayList<>();
        for (JsonNode parameter : contract.parameters(method, template)) {
            String name = parameter.path("name").asText();
            String example = URLEncoder.encode(parameter.path("example").asText(), StandardCharsets.UTF_8);
            if (parameter.path("in").asText().equals("path")) {
                path = path.replace("{" + name + "}", example);
            } else if (parameter.path("in").asText().equals("query") && parameter.has("example")) {
                query.add(name + "=" + example);
            }
        }
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    private static String form(JsonNode fields) {
        return fields.properties().stream()
                .map(field -> field.getKey() + "="
                        + URLEncoder.encode(field.getValue().asText(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** A token of a new account that is an admin, so that what only admins may do is tried too. */
    private static String token(String email) {
        movierec.people().accounts().create(email, "correct horse battery");
        movierec.people().accounts().promote(email);
        return movierec.people()
                .identity()
                .signIn(email, "correct horse battery", "127.0.0.1")
                .accessToken();
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(request.uri().toString(), e);
        }
    }
}
