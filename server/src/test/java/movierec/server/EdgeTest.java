package movierec.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import movierec.server.http.Answer;
import movierec.server.http.Route;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What every request gets, whatever it asks for. */
final class EdgeTest {
    private static final String ORIGIN = "https://movies.example";
    private static final Route OPEN = Route.get("/open/{id}", call -> {
                LoggerFactory.getLogger("movierec.test").info("inside");
                return Answer.ok(Map.of("id", call.path("id")));
            })
            .open();
    private static final Route MINE = Route.get("/mine", call -> Answer.ok(Map.of("user", call.user())));

    @Test
    void requestIdIsEchoedOrMade() {
        try (TestServer server = TestServer.with(OPEN)) {
            assertThat(server.get("/open/1", "X-Request-ID", "abc-1").headers().firstValue("X-Request-ID"))
                    .hasValue("abc-1");
            assertThat(server.get("/open/1", "X-Request-ID", "bad id").headers().firstValue("X-Request-ID"))
                    .hasValueSatisfying(made -> assertThat(made).matches("[0-9a-f-]{36}"));
        }
    }

    @Test
    void onlyListedOriginsMayRead() {
        try (TestServer server = TestServer.with(settings -> settings.withCorsOrigins(List.of(ORIGIN)), OPEN)) {
            HttpResponse<String> friend = server.get("/open/1", "Origin", ORIGIN);
            assertThat(friend.headers().firstValue("Access-Control-Allow-Origin"))
                    .hasValue(ORIGIN);
            assertThat(friend.headers().firstValue("Access-Control-Allow-Credentials"))
                    .hasValue("true");
            assertThat(friend.headers().firstValue("Access-Control-Expose-Headers"))
                    .hasValueSatisfying(
                            exposed -> assertThat(exposed).contains("X-Request-ID", "ETag", "RateLimit-Policy"));
            assertThat(friend.headers().firstValue("Vary"))
                    .hasValue("Authorization, Accept-Language, Accept-Encoding, Origin");

            for (String stranger : List.of("https://evil.example", "null", ORIGIN + ".evil.example")) {
                assertThat(server.get("/open/1", "Origin", stranger)
                                .headers()
                                .map()
                                .keySet())
                        .noneMatch(name -> name.startsWith("access-control"));
            }
        }
    }

    @Test
    void preflightIsAnsweredForListedOrigins() {
        try (TestServer server = TestServer.with(settings -> settings.withCorsOrigins(List.of(ORIGIN)), OPEN)) {
            String[] asked = {"Origin", ORIGIN, "Access-Control-Request-Method", "DELETE"};
            HttpResponse<String> allowed = server.send("OPTIONS", "/api/user/favourites", "", asked);
            assertThat(allowed.statusCode()).isEqualTo(204);
            assertThat(allowed.headers().firstValue("Access-Control-Allow-Methods"))
                    .hasValueSatisfying(methods -> assertThat(methods).contains("DELETE", "PATCH"));
            assertThat(allowed.headers().firstValue("Access-Control-Allow-Headers"))
                    .hasValueSatisfying(headers -> assertThat(headers).contains("Authorization", "If-Match"));
            assertThat(allowed.headers().firstValue("X-Request-ID")).isPresent();

            asked[1] = "https://evil.example";
            HttpResponse<String> refused = server.send("OPTIONS", "/api/user/favourites", "", asked);
            assertThat(refused.headers().firstValue("Access-Control-Allow-Methods"))
                    .isEmpty();
            assertThat(refused.headers().firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
        }
    }

    @Test
    void starAndNonsenseOriginsStopTheStart() {
        for (String origin : List.of("*", "movies.example", "https://movies.example/path", "ftp://x", "null")) {
            assertThatThrownBy(() -> TestServer.with(settings -> settings.withCorsOrigins(List.of(origin))))
                    .as(origin)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("movierec.cors.origins");
        }
    }

    @Test
    void everyAnswerIsHardened() {
        try (TestServer server = TestServer.with(OPEN)) {
            HttpResponse<String> answer = server.get("/open/1");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
            assertThat(answer.headers().firstValue("Content-Security-Policy"))
                    .hasValue("default-src 'none'; frame-ancestors 'none'");
            assertThat(answer.headers().firstValue("Vary")).hasValue("Authorization, Accept-Language, Accept-Encoding");
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(answer.headers().firstValue("Server")).isEmpty();
        }
    }

    @Test
    void oneLineARequestThatNamesNobody() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        List<ILoggingEvent> lines = logged("movierec.access", server -> {
            server.get(
                    "/open/secret-id?q=secret-query",
                    "X-Request-ID",
                    "r-1",
                    "traceparent",
                    "00-" + trace + "-00f067aa0ba902b7-01");
            server.get("/mine?token=secret", "Authorization", "Bearer user-ada@example.org", "X-Request-ID", "r-2");
            server.get("/mine", "Authorization", "Bearer user-ada@example.org", "X-Request-ID", "r-3");
            server.get("/no/secret/path", "X-Request-ID", "r-4");
        });

        assertThat(lines).hasSize(4);
        List<Map<String, Object>> values = lines.stream().map(EdgeTest::values).toList();
        assertThat(values.get(0))
                .containsEntry("request_id", "r-1")
                .containsEntry("trace_id", trace)
                .containsEntry("span_id", "00f067aa0ba902b7")
                .containsEntry("method", "GET")
                .containsEntry("route", "/open/{id}")
                .containsEntry("status", 200)
                .containsKey("duration_ms")
                .doesNotContainKey("user");
        assertThat(values.get(1).get("user")).asString().matches("[0-9a-f]{16}");
        assertThat(values.get(2).get("user")).isEqualTo(values.get(1).get("user"));
        assertThat(values.get(3)).containsEntry("route", "UNMATCHED").containsEntry("status", 404);
        assertThat(values.toString()).doesNotContain("secret", "ada", "example.org");
    }

    @Test
    void whatEndpointsLogCarriesTheRequest() {
        List<ILoggingEvent> lines = logged("movierec.test", server -> server.get("/open/1", "X-Request-ID", "r-9"));

        assertThat(lines).singleElement().satisfies(line -> assertThat(line.getMDCPropertyMap())
                .containsEntry("request_id", "r-9"));
    }

    @Test
    void overloadIsToldAtOnceAndOperatorsStillGetAnswers() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        Route busy = Route.get("/busy", call -> {
                    entered.countDown();
                    await(leave);
                    return Answer.ok(Map.of("done", true));
                })
                .open();
        try (TestServer server = TestServer.with(settings -> settings.withLoad(1, Duration.ofSeconds(5)), busy, OPEN)) {
            CompletableFuture<HttpResponse<String>> running = CompletableFuture.supplyAsync(() -> server.get("/busy"));
            assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();

            HttpResponse<String> refused = server.get("/open/1");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body()).contains("problems/overloaded");
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(server.get("/health/ready").statusCode()).isEqualTo(200);
            assertThat(server.get("/metrics").statusCode()).isEqualTo(200);

            leave.countDown();
            assertThat(running.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
            assertThat(server.get("/open/1").statusCode()).isEqualTo(200);
        }
    }

    private static List<ILoggingEvent> logged(String logger, Consumer<TestServer> requests) {
        Logger log = (Logger) LoggerFactory.getLogger(logger);
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        appender.start();
        log.addAppender(appender);
        try (TestServer server = TestServer.with(OPEN, MINE)) {
            requests.accept(server);
        } finally {
            log.detachAppender(appender);
        }
        return new ArrayList<>(appender.list);
    }

    private static Map<String, Object> values(ILoggingEvent line) {
        return line.getKeyValuePairs().stream().collect(Collectors.toMap(pair -> pair.key, pair -> pair.value));
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Nobody came");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
