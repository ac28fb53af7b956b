package movierec.catalogue.tmdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;
import movierec.failure.OutsideFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that a fake TMDB does not give: those of proxies, of other servers, and of somebody who repeats what he hears. */
class TmdbOddServersTest {
    private static final TmdbRequest POPULAR = TmdbRequest.to("/movie/popular", "results");

    private HttpServer server;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final TmdbFixture.Calls calls = new TmdbFixture.Calls();

    @FunctionalInterface
    private interface Answerer {
        void answer(HttpExchange exchange) throws IOException;
    }

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private TmdbClient client(String credential, Answerer answerer) {
        server.createContext("/", exchange -> {
            heard.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            try (exchange) {
                answerer.answer(exchange);
            }
        });
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        TmdbLimits limits = new TmdbLimits(
                5_000,
                8,
                Duration.ofSeconds(5),
                1,
                Duration.ofMillis(1),
                Duration.ofSeconds(1),
                100,
                Duration.ofMillis(1),
                Duration.ofMillis(1),
                Duration.ofMillis(500),
                1_000);
        return new TmdbClient(
                TmdbSettings.DEFAULTS
                        .at(address.resolve("/3/"), address.resolve("/files"))
                        .with(limits),
                TmdbCredential.of(credential),
                calls,
                () -> TmdbFixture.NOW,
                new SplittableRandom(1));
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static OutsideFailure failure(TmdbClient client) {
        return catchThrowableOfType(OutsideFailure.class, () -> client.get(POPULAR));
    }

    @ParameterizedTest
    @CsvSource({
        "200, undecodable, true",
        "201, undecodable, true",
        "302, refused, false",
        "304, refused, false",
        "400, refused, false",
        "401, refused, false",
        "403, refused, false",
        "404, refused, false",
        "405, refused, false",
        "406, refused, false",
        "408, error, true",
        "422, refused, false",
        "429, rate_limited, true",
        "500, error, true",
        "501, refused, false",
        "502, error, true",
        "503, error, true",
        "504, error, true",
        "520, error, true"
    })
    void theHttpStatusDecidesWhateverTheBodyIs(int status, String outcome, boolean retryable) {
        try (TmdbClient client = client(TmdbFixture.TOKEN, exchange -> send(exchange, status, ""))) {
            assertThat(failure(client).retryable()).isEqualTo(retryable);
        }

        assertThat(calls.told.stream().filter(told -> !told.equals("rate limited")))
                .hasSize(retryable ? 2 : 1)
                .containsOnly("/movie/popular " + outcome);
    }

    @Test
    void aMalformedIdIsNoBrokenServer() {
        try (TmdbClient client = client(
                TmdbFixture.TOKEN,
                exchange -> send(exchange, 500, "{\"status_code\":44,\"status_message\":\"Bad id\"}"))) {
            assertThat(failure(client)).hasMessageContaining("code 44");
        }

        assertThat(calls.told).containsExactly("/movie/popular refused");
    }

    @ParameterizedTest
    @CsvSource({
        "400-code22-invalid-page, 400, refused",
        "401-code7-invalid-key, 401, refused",
        "404-code34-not-found, 404, not_found",
        "422-code20-date-range, 422, refused",
        "429-code25-legacy, 429, rate_limited"
    })
    void recordedErrorsAreUnderstood(String file, int status, String outcome) {
        String body = new String(RecordedBodies.error(file), StandardCharsets.UTF_8);
        try (TmdbClient client = client(TmdbFixture.TOKEN, exchange -> send(exchange, status, body))) {
            if (status == 404) {
                assertThat(client.get(POPULAR)).isEqualTo(new TmdbAnswer.NotFound());
            } else {
                assertThat(failure(client).retryable()).isEqualTo(status == 429);
            }
        }

        assertThat(calls.told).startsWith("/movie/popular " + outcome);
    }

    @Test
    void aRedirectIsNotFollowed() {
        try (TmdbClient client = client(TmdbFixture.KEY, exchange -> {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            send(exchange, 302, "");
        })) {
            assertThat(failure(client)).hasMessageContaining("HTTP 302");
        }

        assertThat(heard).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"results\":[]",
                "{\"results\":[]} and more",
                "[{\"results\":[]}]",
                "{\"results\":null}",
                "null",
                "<html></html>"
            })
    void whatIsNoAnswerIsNoEmptyList(String body) {
        try (TmdbClient client = client(TmdbFixture.TOKEN, exchange -> send(exchange, 200, body))) {
            assertThat(failure(client)).hasMessageContaining("\"results\"");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void answersMayBePackedAndMustNotBeHuge(boolean isHuge) throws IOException {
        String body = "{\"results\":[]," + " ".repeat(isHuge ? 2_000 : 900) + "\"page\":1}";
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(body.getBytes(StandardCharsets.UTF_8));
        }
        try (TmdbClient client = client(TmdbFixture.TOKEN, exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, packed.size());
            exchange.getResponseBody().write(packed.toByteArray());
        })) {
            if (isHuge) {
                assertThat(failure(client).retryable()).isTrue();
            } else {
                assertThat(client.body(POPULAR).number("page")).isEqualTo(1);
            }
        }
    }

    @Test
    void anUnpackedAnswerMustNotBeHugeEither() {
        String huge = "{\"results\":[]," + " ".repeat(2_000) + "\"page\":1}";
        try (TmdbClient client = client(TmdbFixture.TOKEN, exchange -> send(exchange, 200, huge))) {
            assertThat(failure(client).retryable()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-5", "99999999999999", "Sun, 99 Foo 2026 00:00:00 GMT", "1.5"})
    void anOddRetryAfterIsAsGoodAsNone(String header) {
        try (TmdbClient client = client(TmdbFixture.TOKEN, exchange -> {
            if (heard.size() == 1) {
                exchange.getResponseHeaders().set("Retry-After", header);
                send(exchange, 429, "");
            } else {
                send(exchange, 200, "{\"results\":[]}");
            }
        })) {
            assertThat(client.body(POPULAR).rows("results")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {TmdbFixture.KEY, TmdbFixture.TOKEN})
    void theCredentialIsShownNowhereEvenWhenTheServerRepeatsIt(String credential) {
        List<String> shown = new ArrayList<>();
        int[] statuses = {200, 302, 400, 403, 404, 422, 429, 500, 503, 401};
        for (int status : statuses) {
            server.stop(0);
            try {
                listen();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            try (TmdbClient client = client(
                    credential,
                    exchange -> send(
                            exchange,
                            status,
                            "{\"status_code\":1,\"status_message\":\"You sent " + credential + "\"}"))) {
                // Some failures are about asking again, so there are two.
                for (int time = 0; time < 2; time++) {
                    for (Throwable cause = failure(client); cause != null; cause = cause.getCause()) {
                        shown.add(cause.toString());
                    }
                }
                shown.add(client.health().toString());
                shown.add(client + " " + client.settings());
            }
        }
        shown.addAll(calls.told);

        assertThat(heard).allMatch(request -> request.contains(credential));
        assertThat(shown)
                .hasSizeGreaterThan(40)
                .anyMatch(text -> text.contains("You sent ***"))
                .noneMatch(text -> text.contains(credential));
    }

    @Test
    void theCredentialIsNotShownWhenNobodyListens() {
        TmdbClient client = client(TmdbFixture.KEY, exchange -> send(exchange, 200, "{}"));
        server.stop(0);

        try (client) {
            StringBuilder shown = new StringBuilder();
            for (Throwable cause = failure(client); cause != null; cause = cause.getCause()) {
                shown.append(cause);
            }
            assertThat(shown.toString()).contains("cannot be reached").doesNotContain(TmdbFixture.KEY);
        }
    }
}
