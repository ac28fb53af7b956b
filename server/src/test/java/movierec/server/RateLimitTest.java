package movierec.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import movierec.server.http.Answer;
import movierec.server.http.Policy;
import movierec.server.http.Route;
import movierec.server.json.Json;
import movierec.server.security.RateLimits;
import movierec.server.security.RateLimits.Limit;
import org.junit.jupiter.api.Test;

/** Token buckets by address, user and key (PLAT-3). */
final class RateLimitTest {
    private static final Route OPEN =
            Route.get("/open", call -> Answer.ok(Map.of())).open();
    private static final Route MINE =
            Route.get("/mine", call -> Answer.ok(Map.of("user", call.user()))).forUsersAndApps("recommend");
    private static final Route SIGN_IN =
            Route.post("/signin", call -> Answer.ok(Map.of())).open().limited(Policy.SIGN_IN);

    @Test
    void tellsWhatIsLeftAndThenRefuses() {
        try (TestServer server = limited(false, 2)) {
            HttpResponse<String> first = server.get("/open");
            assertThat(header(first, "RateLimit-Policy")).isEqualTo("\"default\";q=2;w=3600");
            assertThat(header(first, "RateLimit")).matches("\"default\";r=1;t=\\d+");
            assertThat(first.headers().firstValue("X-RateLimit-Limit")).isEmpty();
            server.get("/open");

            HttpResponse<String> third = server.get("/open");

            assertThat(third.statusCode()).isEqualTo(429);
            assertThat(Integer.parseInt(header(third, "Retry-After"))).isBetween(1, 1800);
            assertThat(header(third, "RateLimit")).startsWith("\"default\";r=0;");
            JsonNode problem = Json.read(third.body().getBytes(StandardCharsets.UTF_8));
            assertThat(problem.at("/type").asText()).endsWith("/too-many-requests");
            assertThat(problem.at("/requestId").asText()).isEqualTo(header(third, "X-Request-ID"));
        }
    }

    @Test
    void everyCallerHasABucketOfTheirOwn() {
        try (TestServer server = limited(false, 1)) {
            assertThat(server.get("/open").statusCode()).isEqualTo(200);
            assertThat(server.get("/open").statusCode()).isEqualTo(429);
            for (String name : List.of("user-a", "user-b")) {
                assertThat(server.get("/mine", "Authorization", "Bearer " + name)
                                .statusCode())
                        .isEqualTo(200);
                assertThat(server.get("/mine", "Authorization", "Bearer " + name)
                                .statusCode())
                        .isEqualTo(429);
            }
            assertThat(server.get("/mine", "X-API-Key", "key-recommend", "X-User-Id", "u1")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(server.get("/mine", "X-API-Key", "key-recommend", "X-User-Id", "u2")
                            .statusCode())
                    .isEqualTo(429);
        }
    }

    @Test
    void guessingTokensIsLimitedByAddress() {
        try (TestServer server = limited(false, 2)) {
            assertThat(server.get("/mine", "Authorization", "Bearer guess1").statusCode())
                    .isEqualTo(401);
            assertThat(server.get("/mine", "Authorization", "Bearer guess2").statusCode())
                    .isEqualTo(401);
            assertThat(server.get("/mine", "Authorization", "Bearer guess3").statusCode())
                    .isEqualTo(429);
        }
    }

    @Test
    void signInHasAStricterBucketThatOthersDoNotEmpty() {
        try (TestServer server = limited(true, 100)) {
            server.get("/open");
            HttpResponse<String> first = server.post("/signin", "{}");
            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(header(first, "RateLimit-Policy")).isEqualTo("\"sign-in\";q=1;w=3600");
            assertThat(header(first, "X-RateLimit-Limit")).isEqualTo("1");
            assertThat(header(first, "X-RateLimit-Remaining")).isEqualTo("0");
            assertThat(Long.parseLong(header(first, "X-RateLimit-Reset"))).isGreaterThan(1_700_000_000L);

            assertThat(server.post("/signin", "{}").statusCode()).isEqualTo(429);
            assertThat(server.get("/open").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void addressesCountAsATrustedProxyTellsThem() {
        try (TestServer server = TestServer.with(
                settings -> settings.withTrustedProxies(List.of("127.0.0.1"))
                        .withRateLimits(new RateLimits.Settings(true, false, limits(1))),
                OPEN)) {
            assertThat(server.get("/open", "X-Forwarded-For", "1.1.1.1").statusCode())
                    .isEqualTo(200);
            assertThat(server.get("/open", "X-Forwarded-For", "1.1.1.2").statusCode())
                    .isEqualTo(200);
            assertThat(server.get("/open", "X-Forwarded-For", "9.9.9.9, 1.1.1.1")
                            .statusCode())
                    .isEqualTo(429);
        }
    }

    @Test
    void canBeSwitchedOffAndNeverHoldsUpOperators() {
        try (TestServer server = limited(false, 1)) {
            for (int i = 0; i < 5; i++) {
                assertThat(server.get("/health/live").statusCode()).isEqualTo(200);
                assertThat(server.get("/metrics").statusCode()).isEqualTo(200);
            }
        }
        RateLimits.Settings off = new RateLimits.Settings(false, false, limits(1));
        try (TestServer server = TestServer.with(settings -> settings.withRateLimits(off), OPEN)) {
            for (int i = 0; i < 5; i++) {
                HttpResponse<String> answer = server.get("/open");
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.headers().firstValue("RateLimit")).isEmpty();
            }
        }
    }

    private static TestServer limited(boolean legacyHeaders, int requests) {
        RateLimits.Settings limits = new RateLimits.Settings(true, legacyHeaders, limits(requests));
        return TestServer.with(settings -> settings.withRateLimits(limits), OPEN, MINE, SIGN_IN);
    }

    private static Map<Policy, Limit> limits(int requests) {
        Duration window = Duration.ofHours(1);
        return Map.of(Policy.DEFAULT, new Limit(requests, window), Policy.SIGN_IN, new Limit(1, window));
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow();
    }
}
