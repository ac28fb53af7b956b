package movierec.faketmdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import movierec.faketmdb.Fault.RetryAfter.Form;
import movierec.faketmdb.world.FakeWorld;
import movierec.faketmdb.world.WorldPlan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTest {
    private static final String PATH = "/3/movie/popular?api_key=" + Client.KEY;
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-10T12:00:00Z"));

    private final FakeTmdb fake = FakeTmdb.start(new FakeWorld(WorldPlan.STANDARD, CLOCK));
    private final Client client = new Client(fake);

    @AfterEach
    void stop() {
        client.close();
        fake.close();
    }

    private List<Integer> statuses(int requests) {
        return Stream.generate(() -> client.get(PATH).statusCode())
                .limit(requests)
                .toList();
    }

    @Test
    void happensToTheNextRequestsOnly() {
        fake.script().add(Rule.next(2, Fault.RATE_LIMITED));

        assertThat(statuses(3)).containsExactly(429, 429, 200);
    }

    @Test
    void happensUntilCleared() {
        fake.script().add(Rule.always(Fault.MAINTENANCE));

        assertThat(statuses(3)).containsOnly(503);
        fake.script().clear();
        assertThat(statuses(1)).containsExactly(200);
    }

    @Test
    void happensToAShareTheSameWayForTheSameSeed() {
        fake.script().add(Rule.share(0.3, Fault.INTERNAL));
        List<Integer> statuses = statuses(200);

        try (FakeTmdb twin = FakeTmdb.start(new FakeWorld(WorldPlan.STANDARD, CLOCK));
                Client other = new Client(twin)) {
            twin.script().add(Rule.share(0.3, Fault.INTERNAL));
            assertThat(Stream.generate(() -> other.get(PATH).statusCode()).limit(200))
                    .isEqualTo(statuses);
        }
        // 60 of 200 are expected; 35 and 85 are four standard deviations away.
        assertThat(statuses.stream().filter(status -> status == 500)).hasSizeBetween(35, 85);
    }

    @Test
    void happensOnSomePathsOnly() {
        fake.script().add(Rule.always(Fault.UNAUTHORIZED).onPath("/3/movie/[0-9]+"));

        assertThat(statuses(1)).containsExactly(200);
        assertThat(client.get("/3/movie/1000001?api_key=" + Client.KEY).statusCode())
                .isEqualTo(401);
    }

    @Test
    void tells429InItsThreeForms() {
        fake.script().add(Rule.next(1, Fault.RATE_LIMITED));
        fake.script().add(Rule.next(1, new Fault.RetryAfter(Duration.ofSeconds(7), Form.SECONDS)));
        fake.script().add(Rule.next(1, new Fault.RetryAfter(Duration.ofSeconds(7), Form.DATE)));

        HttpResponse<String> bare = client.get(PATH);
        assertThat(bare.headers().firstValue("Retry-After")).isEmpty();
        assertThat(Client.parse(bare).has("success")).isFalse();
        assertThat(client.get(PATH).headers().firstValue("Retry-After")).contains("7");
        assertThat(client.get(PATH).headers().firstValue("Retry-After")).contains("Tue, 10 Mar 2026 12:00:07 GMT");
    }

    @Test
    void servesHtmlWhereJsonBelongs() {
        fake.script().add(Rule.next(1, Fault.BAD_GATEWAY));
        fake.script().add(Rule.next(1, new Fault.Garbage()));

        for (int status : new int[] {502, 200}) {
            HttpResponse<String> answer = client.get(PATH);

            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.body()).startsWith("<html>");
        }
    }

    @Test
    void cutsAnswersOff() {
        fake.script().add(Rule.next(1, new Fault.CutOff()));

        assertThatThrownBy(() -> client.get(PATH)).isInstanceOf(UncheckedIOException.class);
        assertThat(statuses(1)).containsExactly(200);
        assertThat(fake.log().count()).isEqualTo(2);
    }

    @Test
    void answersNothingDuringAnOutage() {
        fake.script().add(Rule.always(new Fault.Outage()));

        assertThatThrownBy(() -> client.get(PATH)).isInstanceOf(UncheckedIOException.class);
        fake.script().clear();
        assertThat(statuses(1)).containsExactly(200);
        assertThat(fake.log().byStatus()).containsKey(0);
    }

    @Test
    void answersLate() {
        fake.script().add(Rule.next(1, new Fault.Slow(Duration.ofMillis(300))));
        long start = System.nanoTime();

        assertThat(statuses(1)).containsExactly(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(290));
    }

    @Test
    void hangsUntilItCloses() throws Exception {
        fake.script().add(Rule.always(new Fault.Hang()));

        try (ExecutorService one = Executors.newSingleThreadExecutor()) {
            Future<HttpResponse<String>> waiting = one.submit(() -> client.get(PATH));
            assertThatThrownBy(() -> client.get(PATH, Duration.ofMillis(200)))
                    .hasCauseInstanceOf(HttpTimeoutException.class);
            assertThat(waiting.isDone()).isFalse();

            fake.close();

            assertThatThrownBy(waiting::get).hasRootCauseInstanceOf(java.io.IOException.class);
        }
    }

    @Test
    void limitsTheRateWhenTold() {
        FakeSettings limited = FakeSettings.DEFAULT.withRequestsPerSecond(5);
        try (FakeTmdb strict = FakeTmdb.start(new FakeWorld(WorldPlan.STANDARD, CLOCK), limited);
                Client other = new Client(strict)) {
            List<Integer> statuses = new ArrayList<>();
            long start = System.nanoTime();
            while (System.nanoTime() - start < 500_000_000) {
                statuses.add(other.get("/3/configuration?api_key=" + Client.KEY).statusCode());
            }

            assertThat(statuses).startsWith(200, 200, 200, 200, 200, 429);
            assertThat(statuses.stream().filter(status -> status == 200)).hasSize(5);
            // Pictures come from another host, which has no such limit.
            assertThat(other.get("/t/p/w92/unknown.jpg").statusCode()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "storm", "429-when=3", "slow=soon", "errors=200%", "errors=0%"})
    void refusesWordsThatAreNoFault(String word) {
        assertThatIllegalArgumentException().isThrownBy(() -> FaultWords.rule(word));
    }

    @Test
    void readsEveryWord() {
        for (String word : FaultWords.ALL.replaceAll("\\[[^]]*]", "").split(", *")) {
            assertThat(FaultWords.rule(word).faults()).isNotEmpty();
        }
        assertThat(FaultWords.rule("slow=50").faults()).containsExactly(new Fault.Slow(Duration.ofMillis(50)));
        assertThat(FaultWords.rule("errors=25%").share()).isEqualTo(0.25);
    }
}
