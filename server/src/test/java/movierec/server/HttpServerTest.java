package movierec.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import movierec.identity.UserId;
import movierec.server.http.Answer;
import movierec.server.http.Caching;
import movierec.server.http.EntityTag;
import movierec.server.http.Route;
import movierec.server.metrics.Health;
import movierec.server.metrics.Metrics;
import movierec.server.security.DevelopmentBypass;
import org.junit.jupiter.api.Test;

/** Starting, answering, stopping. */
final class HttpServerTest {
    private static final String LONG_TEXT = "movie ".repeat(2000);
    private static final Route LIST = Route.get(
                    "/list", call -> Answer.ok(Map.of("text", LONG_TEXT)).cached(Caching.CATALOGUE, EntityTag.of(7)))
            .open();
    private static final Route STREAM = Route.get(
                    "/stream",
                    call -> Answer.stream("text/csv", out -> {
                        for (int i = 0; i < 1000; i++) {
                            out.write("a,b,c\n".getBytes(StandardCharsets.UTF_8));
                        }
                    }))
            .open();
    private static final Route CHANGE = Route.put("/change", call -> {
                call.requireMatch(EntityTag.ofRevision(3));
                return Answer.noContent();
            })
            .open();
    private static final Route MINE =
            Route.get("/mine", call -> Answer.ok(Map.of("user", call.user()))).forUsersAndApps("recommend");

    @Test
    void picksAFreePortAndTellsIt() {
        try (TestServer server = TestServer.with(LIST)) {
            assertThat(server.http.port()).isBetween(1024, 65535);
            assertThat(server.http.address()).isEqualTo("http://127.0.0.1:" + server.http.port());
        }
    }

    @Test
    void aTakenPortIsToldInOneSentence() {
        try (TestServer server = TestServer.with(LIST)) {
            HttpSettings same = HttpSettings.of("127.0.0.1", server.http.port(), TestServer.LOG_KEY);
            HttpServer second = new HttpServer(same, List.of(), TestServer.NAMES, server.metrics, new Health(Map.of()));

            assertThatThrownBy(second::start).hasMessageContaining("cannot listen on 127.0.0.1:" + server.http.port());
        }
    }

    @Test
    void theDevelopmentBypassNeedsALoopbackAddress() {
        DevelopmentBypass bypass = new DevelopmentBypass(TestServer.NAMES, new UserId("developer"));
        try (Metrics metrics = new Metrics("0", "0")) {
            HttpSettings open = HttpSettings.of("0.0.0.0", 0, TestServer.LOG_KEY);
            assertThatThrownBy(() -> new HttpServer(open, List.of(), bypass, metrics, new Health(Map.of())))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("movierec.dev.auth-bypass");

            HttpSettings local = HttpSettings.of("127.0.0.1", 0, TestServer.LOG_KEY);
            try (HttpServer server = new HttpServer(local, List.of(MINE), bypass, metrics, new Health(Map.of()))) {
                server.start();
                assertThat(get(server, "/mine").body()).isEqualTo("{\"user\":\"developer\"}");
                assertThat(get(server, "/mine", "Authorization", "Bearer forged")
                                .statusCode())
                        .isEqualTo(401);
            }
        }
    }

    @Test
    void aKnownCopyIsNotSentAgain() {
        try (TestServer server = TestServer.with(LIST)) {
            HttpResponse<String> first = server.get("/list");
            String tag = first.headers().firstValue("ETag").orElseThrow();
            assertThat(first.headers().firstValue("Cache-Control"))
                    .hasValue("public, max-age=3600, stale-while-revalidate=86400");

            HttpResponse<String> second = server.get("/list", "If-None-Match", tag);

            assertThat(second.statusCode()).isEqualTo(304);
            assertThat(second.body()).isEmpty();
            assertThat(second.headers().firstValue("ETag")).hasValue(tag);
            assertThat(server.get("/list", "If-None-Match", "\"other\"").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aLostUpdateIsRefused() {
        try (TestServer server = TestServer.with(CHANGE)) {
            assertThat(server.send("PUT", "/change", "").statusCode()).isEqualTo(204);
            assertThat(server.send("PUT", "/change", "", "If-Match", "\"3\"").statusCode())
                    .isEqualTo(204);
            HttpResponse<String> lost = server.send("PUT", "/change", "", "If-Match", "\"2\"");
            assertThat(lost.statusCode()).isEqualTo(412);
            assertThat(lost.body()).contains("problems/precondition-failed");
        }
    }

    @Test
    void longAnswersAreCompressedForWhoeverCanReadThat() throws Exception {
        try (TestServer server = TestServer.with(LIST, STREAM);
                HttpClient client = HttpClient.newHttpClient()) {
            for (String path : List.of("/list", "/stream")) {
                HttpResponse<byte[]> answer = client.send(
                        HttpRequest.newBuilder(URI.create(server.http.address() + path))
                                .header("Accept-Encoding", "gzip, br")
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
                assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
                String plain = server.get(path).body();
                assertThat(answer.body().length).isLessThan(plain.length() / 4);
                try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
                    assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                            .isEqualTo(plain);
                }
            }
            assertThat(server.get("/list", "Accept-Encoding", "gzip;q=0")
                            .headers()
                            .firstValue("Content-Encoding"))
                    .isEmpty();
        }
    }

    @Test
    void headAnswersLikeGetWithoutABody() {
        try (TestServer server = TestServer.with(LIST)) {
            HttpResponse<String> head = server.send("HEAD", "/list", "");
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            assertThat(head.headers().firstValue("ETag")).isPresent();
        }
    }

    @Test
    void appsActForTheirOwnUsersOnly() {
        try (TestServer server = TestServer.with(MINE)) {
            assertThat(server.get("/mine", "X-API-Key", "key-recommend", "X-User-Id", "u1")
                            .body())
                    .isEqualTo("{\"user\":\"app:key-recommend:u1\"}");
            assertThat(server.get("/mine", "X-API-Key", "key-recommend").statusCode())
                    .isEqualTo(400);
            assertThat(server.get("/mine", "X-API-Key", "key-recommend", "X-User-Id", "a b")
                            .statusCode())
                    .isEqualTo(400);
            assertThat(server.get("/mine", "X-API-Key", "key-events", "X-User-Id", "u1")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(server.get("/mine", "Authorization", "Bearer user-1", "X-User-Id", "user-2")
                            .body())
                    .isEqualTo("{\"user\":\"user-1\"}");
        }
    }

    @Test
    void runningRequestsEndBeforeTheServerDoes() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        Route slow = Route.get("/slow", call -> {
                    entered.countDown();
                    pause(Duration.ofMillis(500));
                    return Answer.ok(Map.of("done", true));
                })
                .open();
        TestServer server = TestServer.with(settings -> settings.withLoad(10, Duration.ofSeconds(10)), slow);
        CompletableFuture<HttpResponse<String>> running = CompletableFuture.supplyAsync(() -> server.get("/slow"));
        assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();

        server.http.close();

        assertThat(running.get(10, TimeUnit.SECONDS).body()).isEqualTo("{\"done\":true}");
        server.close();
    }

    private static HttpResponse<String> get(HttpServer server, String path, String... headers) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + path));
            if (headers.length > 0) {
                request.headers(headers);
            }
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
