package movierec.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import movierec.failure.OutsideFailure;
import movierec.failure.Refusal;
import movierec.server.http.Answer;
import movierec.server.http.Route;
import movierec.server.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every error has one shape, wherever it arises (PLAT-1). */
final class ProblemShapeTest {
    private static final String ORIGIN = "https://movies.example";

    @SuppressWarnings("NullAway.Init")
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.with(
                settings -> settings.withCorsOrigins(List.of(ORIGIN)),
                Route.post("/echo", call -> {
                            var body = call.body();
                            String email = body.text("email", 100);
                            int age = body.integer("age", 0, 150, 0);
                            call.check();
                            return Answer.ok(Map.of("email", email, "age", age));
                        })
                        .open()
                        .maxBody(1000),
                Route.get("/limit", call -> {
                            int limit = call.query().integer("limit", 1, 100, 20);
                            call.check();
                            return Answer.ok(Map.of("limit", limit));
                        })
                        .open(),
                Route.get("/mine", call -> Answer.ok(Map.of("user", call.user())))
                        .alias("/my"),
                Route.get("/admin", call -> Answer.ok(Map.of())).forAdmins(),
                Route.get("/overflow", call -> {
                            throw new StackOverflowError("secret depth");
                        })
                        .open(),
                Route.get("/titles/{id}", call -> {
                            throw switch (call.path("id")) {
                                case "missing" -> new Refusal.NotFound("No such title");
                                case "conflict" -> new Refusal.Conflict("email-taken", "Taken");
                                case "busy" -> new Refusal.NotReady("No model yet", Duration.ofSeconds(3));
                                case "database" -> new OutsideFailure("sqlite", "secret path", true, new Exception());
                                case "disk" -> new OutsideFailure("sqlite", "secret path", false, new Exception());
                                default -> new IllegalStateException("secret detail");
                            };
                        })
                        .open());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void unknownRouteIsAProblem() {
        expect(server.get("/nowhere", "Origin", ORIGIN), 404, "not-found");
    }

    @Test
    void wrongMethodNamesTheRightOnes() {
        HttpResponse<String> answer = server.send("DELETE", "/limit", "", "Origin", ORIGIN);

        expect(answer, 405, "method-not-allowed");
        assertThat(answer.headers().firstValue("Allow"))
                .hasValueSatisfying(allow -> assertThat(allow).contains("GET"));
    }

    @Test
    void malformedJsonIsABadRequest() {
        for (String body : List.of("", "{", "{\"a\":1,\"a\":2}", "{} {}", "{'a':1}", "[".repeat(900))) {
            expect(server.post("/echo", body, "Origin", ORIGIN), 400, "malformed-json");
        }
    }

    @Test
    void brokenUtf8IsABadRequest() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.http.address() + "/echo"))
                .header("Content-Type", "application/json")
                .header("Origin", ORIGIN)
                .POST(HttpRequest.BodyPublishers.ofByteArray(
                        new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xc3, (byte) 0x28, '"', '}'}))
                .build();

        expect(server.send(request), 400, "malformed-json");
    }

    @Test
    void everyWrongFieldIsReportedAtOnceWithItsPointer() {
        JsonNode problem =
                expect(server.post("/echo", "{\"email\":5,\"age\":1.5}", "Origin", ORIGIN), 400, "invalid-body");

        assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo("/email");
        assertThat(problem.at("/errors/1/pointer").asText()).isEqualTo("/age");
        assertThat(problem.at("/errors/0").has("name")).isFalse();
    }

    @Test
    void notAnObjectIsAnInvalidBody() {
        for (String body : List.of("[]", "7", "null", "\"text\"")) {
            expect(server.post("/echo", body, "Origin", ORIGIN), 400, "invalid-body");
        }
    }

    @Test
    void unpairedSurrogatesAndNulAreInvalid() {
        for (String text : List.of("\\ud800", "a\\u0000b", "\\udc00\\ud800")) {
            expect(server.post("/echo", "{\"email\":\"" + text + "\"}", "Origin", ORIGIN), 400, "invalid-body");
        }
    }

    @Test
    void wrongParameterIsReportedByName() {
        JsonNode problem = expect(server.get("/limit?limit=-3", "Origin", ORIGIN), 400, "invalid-parameter");

        assertThat(problem.at("/errors/0/name").asText()).isEqualTo("limit");
    }

    @Test
    void otherMediaTypesAreRefused() {
        expect(
                server.send("POST", "/echo", "a=b", "Content-Type", "text/plain", "Origin", ORIGIN),
                415,
                "unsupported-media-type");
        expect(server.post("/echo", "{}", "Content-Encoding", "gzip", "Origin", ORIGIN), 415, "unsupported-media-type");
    }

    @Test
    void largeBodyIsRefusedWithAndWithoutLength() {
        String body = "{\"email\":\"" + "x".repeat(2000) + "\"}";
        expect(server.post("/echo", body, "Origin", ORIGIN), 413, "payload-too-large");

        HttpRequest chunked = HttpRequest.newBuilder(URI.create(server.http.address() + "/echo"))
                .header("Content-Type", "application/json")
                .header("Origin", ORIGIN)
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new java.io.ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))))
                .build();
        expect(server.send(chunked), 413, "payload-too-large");
    }

    @Test
    void strangersAreAskedWhoTheyAre() {
        for (String[] headers : List.of(
                new String[] {},
                new String[] {"Authorization", "Bearer forged"},
                new String[] {"Authorization", "Basic dTpw"},
                new String[] {"X-API-Key", "nonsense"})) {
            String[] all = Arrays.copyOf(headers, headers.length + 2);
            all[headers.length] = "Origin";
            all[headers.length + 1] = ORIGIN;
            HttpResponse<String> answer = server.get("/my", all);
            expect(answer, 401, "unauthenticated");
            assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        }
    }

    @Test
    void usersAreNoAdmins() {
        expect(server.get("/admin", "Authorization", "Bearer user-1", "Origin", ORIGIN), 403, "admin-only");
        assertThat(server.get("/admin", "Authorization", "Bearer admin-1").statusCode())
                .isEqualTo(200);
        assertThat(server.get("/admin", "X-API-Key", "key-admin").statusCode()).isEqualTo(200);
        expect(server.get("/admin", "X-API-Key", "key-events", "Origin", ORIGIN), 403, "missing-scope");
    }

    @Test
    void refusalsAndFailuresHaveTheirStatus() {
        expect(server.get("/titles/missing", "Origin", ORIGIN), 404, "not-found");
        expect(server.get("/titles/conflict", "Origin", ORIGIN), 409, "email-taken");
        HttpResponse<String> busy = server.get("/titles/busy", "Origin", ORIGIN);
        expect(busy, 503, "not-ready");
        assertThat(busy.headers().firstValue("Retry-After")).hasValue("3");
        expect(server.get("/titles/database", "Origin", ORIGIN), 503, "unavailable");
        expect(server.get("/titles/disk", "Origin", ORIGIN), 500, "internal-error");
    }

    @Test
    void ownMistakesShowNothingOfTheInside() {
        expect(server.get("/titles/bug", "Origin", ORIGIN), 500, "internal-error");
        expect(server.get("/overflow", "Origin", ORIGIN), 500, "internal-error");
    }

    @Test
    void whatCannotBeParsedIsAProblemToo() {
        String host = "Host: x\r\nOrigin: " + ORIGIN + "\r\nConnection: close\r\n";
        expectRaw("GET /limit?a=%ZZ HTTP/1.1\r\n" + host + "\r\n", 400);
        expectRaw("GET /%ZZ HTTP/1.1\r\n" + host + "\r\n", 400);
        expectRaw("GET /titles/%FF HTTP/1.1\r\n" + host + "\r\n", 400);
        expectRaw("GET /titles/a%2Fb HTTP/1.1\r\n" + host + "\r\n", 400);
        expectRaw("GET /../../etc/passwd HTTP/1.1\r\n" + host + "\r\n", 400);
        expectRaw("nonsense\r\n\r\n", 400);
        expectRaw("GET / HTTP/1.1\r\n\r\n", 400);
        expectRaw("GET / HTTP/3.7\r\n" + host + "\r\n", 505);
        expectRaw("GET / HTTP/1.1\r\n" + host + "X-Big: " + "x".repeat(40_000) + "\r\n\r\n", 431);
        expectRaw("GET /" + "x".repeat(40_000) + " HTTP/1.1\r\n" + host + "\r\n", 414);
        expectRaw("POST /echo HTTP/1.1\r\n" + host + "Content-Length: x\r\n\r\n", 400);
        expectRaw(
                "POST /echo HTTP/1.1\r\n" + host
                        + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                400);
        expectRaw("BREW /limit HTTP/1.1\r\n" + host + "\r\n", 405);
        expectRaw("GET\0/ HTTP/1.1\r\n" + host + "\r\n", 400);
    }

    /** The parts every problem has; returns the body. */
    private static JsonNode expect(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue(ORIGIN);
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        JsonNode problem = Json.read(answer.body().getBytes(StandardCharsets.UTF_8));
        assertThat(problem.at("/type").asText()).isEqualTo("https://movierec.example/problems/" + code);
        assertThat(problem.at("/title").asText()).isNotBlank();
        assertThat(problem.at("/status").asInt()).isEqualTo(status);
        assertThat(problem.at("/detail").isTextual()).isTrue();
        assertThat(problem.at("/instance").asText()).startsWith("/");
        assertThat(problem.at("/requestId").asText())
                .isEqualTo(answer.headers().firstValue("X-Request-ID").orElseThrow());
        assertThat(answer.body()).doesNotContain("secret");
        return problem;
    }

    private static void expectRaw(String request, int status) {
        String answer = server.raw(request);
        String head = request.substring(0, Math.min(60, request.length()));
        assertThat(answer).as(head).startsWith("HTTP/1.1 " + status);
        assertThat(answer).as(head).contains("Content-Type: application/problem+json");
        assertThat(answer).as(head).contains("X-Request-ID: ").contains("X-Content-Type-Options: nosniff");
        String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
        JsonNode problem = Json.read(body.getBytes(StandardCharsets.UTF_8));
        assertThat(problem.at("/status").asInt()).as(head).isEqualTo(status);
        assertThat(problem.at("/requestId").asText()).as(head).isNotBlank();
    }
}
