package movierec.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import movierec.server.docs.Build;
import movierec.server.docs.OpenApiContract;
import movierec.server.docs.ShowAbout;
import movierec.server.http.Answer;
import movierec.server.http.Route;
import movierec.server.metrics.Health;
import movierec.server.metrics.Health.State;
import movierec.server.metrics.Metrics;
import org.junit.jupiter.api.Test;

/** Health, metrics and the documents: what every server has. */
final class OperationsTest {
    @Test
    void everyPlatformRouteKeepsItsContract() {
        OpenApiContract contract = OpenApiContract.served();
        try (TestServer server = TestServer.with()) {
            for (String path : List.of(
                    "/api/version",
                    "/api/about",
                    "/health/live",
                    "/health/ready",
                    "/health/started",
                    "/metrics",
                    "/",
                    "/docs",
                    "/openapi.json",
                    "/openapi.yaml")) {
                HttpResponse<String> answer = server.get(path);
                assertThat(answer.statusCode()).as(path).isEqualTo(200);
                contract.check("GET", path, answer);
            }
            for (String file : List.of("swagger-ui.css", "swagger-ui-bundle.js", "favicon-32x32.png", "start.js")) {
                HttpResponse<String> answer = server.get("/docs/" + file);
                assertThat(answer.statusCode()).as(file).isEqualTo(200);
                contract.check("GET", "/docs/{file}", answer);
            }
            HttpResponse<String> missing = server.get("/docs/index.html");
            assertThat(missing.statusCode()).isEqualTo(404);
            contract.check("GET", "/docs/{file}", missing);
        }
    }

    @Test
    void pagesLoadNothingFromElsewhere() {
        try (TestServer server = TestServer.with()) {
            for (String path : List.of("/", "/docs", "/docs/start.js")) {
                assertThat(server.get(path).body())
                        .as(path)
                        .doesNotContainPattern("(src|href)=\"(https?:)?//")
                        .doesNotContain("@import");
            }
            assertThat(server.get("/docs").headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy ->
                            assertThat(policy).contains("default-src 'none'", "script-src 'self'", "frame-ancestors"));
            assertThat(server.get("/").headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy).contains("img-src 'self' data:; "));
        }
    }

    @Test
    void theLandingPageNamesTheAddressOfTheVisitorAndNothingElse() {
        try (TestServer server = TestServer.with()) {
            assertThat(server.get("/").body())
                    .contains("curl -s " + server.http.address() + "/api/auth/signup")
                    .contains(ShowAbout.TMDB_NOTICE);
            String forged = server.raw("GET / HTTP/1.1\r\nHost: a'$(evil)\r\nConnection: close\r\n\r\n");
            assertThat(forged).doesNotContain("evil");
        }
    }

    @Test
    void metricsCountRequestsByTemplateAndNeverByPath() {
        Route titles = Route.get("/titles/{id}", call -> Answer.ok(Map.of())).open();
        try (TestServer server = TestServer.with(titles)) {
            for (int i = 0; i < 20; i++) {
                server.get("/titles/" + i);
                server.get("/unknown/" + i);
                server.send("BREW" + i, "/unknown", "");
            }
            String metrics = server.get("/metrics").body();

            assertThat(metrics)
                    .contains("http_server_requests_seconds_count{method=\"GET\",outcome=\"SUCCESS\",status=\"200\","
                            + "uri=\"/titles/{id}\"} 20")
                    .contains("http_server_requests_seconds_bucket{")
                    .contains("http_server_requests_seconds_max{")
                    .contains("le=\"0.005\"", "le=\"10.0\"")
                    .contains("uri=\"UNMATCHED\"")
                    .doesNotContain("/unknown", "BREW");
        }
    }

    @Test
    void everyAgreedMetricIsThereUnderItsName() {
        try (TestServer server = TestServer.with()) {
            Metrics metrics = server.metrics;
            metrics.recommendationsServed("blend", false);
            metrics.stage("score", Duration.ofMillis(3));
            metrics.cacheRequest("hit");
            metrics.candidates(200);
            metrics.feedback("rated", 2);
            metrics.modelTrained("ease", this, ignored -> 1_760_000_000);

            String text = server.get("/metrics").body();

            assertThat(text)
                    .contains("movierec_recs_served_total{fallback=\"false\",source=\"blend\"} 1.0")
                    .contains("movierec_recs_stage_duration_seconds_bucket{stage=\"score\",le=\"0.005\"} 1")
                    .contains("movierec_recs_cache_requests_total{result=\"hit\"} 1.0")
                    .contains("movierec_recs_candidates_sum 200.0")
                    .contains("movierec_feedback_total{kind=\"rated\"} 2.0")
                    .contains("movierec_model_trained_timestamp_seconds{model=\"ease\"} 1.76E9")
                    .contains("movierec_build_info{commit=\"test\",version=\"0.0.0\"} 1")
                    .contains(
                            "jvm_memory_used_bytes", "process_uptime_seconds", "system_cpu_count", "process_cpu_usage");
        }
    }

    @Test
    void openMetricsIsSentToWhoeverAsks() {
        try (TestServer server = TestServer.with()) {
            HttpResponse<String> open =
                    server.get("/metrics", "Accept", "application/openmetrics-text;version=1.0.0,text/plain;q=0.5");
            assertThat(open.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("application/openmetrics-text"));
            assertThat(open.body()).endsWith("# EOF\n");
            assertThat(server.get("/metrics").headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain; version=0.0.4"));
        }
    }

    @Test
    void degradedIsNotDown() {
        State[] tmdb = {State.UP};
        State[] store = {State.UP};
        Health health = new Health(Map.of("store", () -> store[0], "tmdb", () -> tmdb[0]));
        try (Metrics metrics = new Metrics("0", "0");
                HttpServer server = new HttpServer(
                        HttpSettings.of("127.0.0.1", 0, TestServer.LOG_KEY),
                        Routes.platform(Build.current(), "", metrics, health),
                        TestServer.NAMES,
                        metrics,
                        health);
                TestServer client = TestServer.with()) {
            server.start();
            assertThat(ready(client, server)).contains("200", "\"status\":\"ready\"", "\"tmdb\":\"up\"");

            tmdb[0] = State.DEGRADED;
            assertThat(ready(client, server)).contains("200", "\"status\":\"degraded\"", "\"tmdb\":\"degraded\"");

            store[0] = State.DOWN;
            assertThat(ready(client, server)).contains("503", "\"status\":\"down\"", "\"store\":\"down\"");

            health.stopping();
            store[0] = State.UP;
            assertThat(ready(client, server)).contains("503", "\"status\":\"stopping\"");
        }
    }

    @Test
    void swaggerUiKnowsTheSchemesOfTheAuthorizeButton() {
        try (TestServer server = TestServer.with()) {
            String document = server.get("/openapi.json").body();
            assertThat(document)
                    .contains("\"tokenUrl\":\"/api/auth/token\"")
                    .contains("\"X-API-Key\"")
                    .contains("\"bearer\"");
            assertThat(Pattern.compile("https://[a-z.]*(unpkg|jsdelivr|cdnjs|googleapis)")
                            .matcher(server.get("/docs").body())
                            .find())
                    .isFalse();
        }
    }

    private static String ready(TestServer client, HttpServer server) {
        HttpResponse<String> answer = client.send(HttpRequest.newBuilder(URI.create(server.address() + "/health/ready"))
                .build());
        return answer.statusCode() + " " + answer.body();
    }
}
