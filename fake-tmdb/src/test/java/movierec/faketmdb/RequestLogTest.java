package movierec.faketmdb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import movierec.faketmdb.world.FakeWorld;
import movierec.faketmdb.world.WorldPlan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestLogTest {
    private final FakeTmdb fake = FakeTmdb.start(FakeWorld.of(WorldPlan.STANDARD));
    private final Client client = new Client(fake);

    @AfterEach
    void stop() {
        client.close();
        fake.close();
    }

    @Test
    void countsByTemplateOfThePath() {
        client.json("/3/movie/1000001");
        client.json("/3/movie/1000002?append_to_response=credits");
        client.json("/3/movie/popular?page=2");

        assertThat(fake.log().count("/3/movie/{movie_id}")).isEqualTo(2);
        assertThat(fake.log().count("/3/movie/popular")).isEqualTo(1);
        assertThat(fake.log().count("/3/tv/popular")).isZero();
        assertThat(fake.log().byStatus()).containsOnlyKeys(200).containsValue(3);
    }

    @Test
    void neverKeepsTheCredential() {
        client.get("/3/movie/popular?api_key=" + Client.KEY + "&page=2");
        client.get("/3/movie/popular?page=3", "Authorization", "Bearer eyJsecret");

        assertThat(fake.log().entries().toString())
                .contains("api_key=***&page=2", "page=3")
                .doesNotContain(Client.KEY, "eyJsecret");
    }

    @Test
    void seesHowManyAreOpenAtOnce() throws Exception {
        fake.script().add(Rule.always(new Fault.Slow(Duration.ofMillis(500))));
        List<Future<?>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int request = 0; request < 6; request++) {
                answers.add(threads.submit(() -> client.json("/3/configuration")));
            }
            for (Future<?> answer : answers) {
                answer.get();
            }
        }

        assertThat(fake.log().maxConcurrency()).isEqualTo(6);
        assertThat(fake.log().maxPerSecond()).isEqualTo(6);
    }

    @Test
    void oneAfterTheOtherIsNeverTwoAtOnce() {
        for (int request = 0; request < 50; request++) {
            client.json("/3/configuration");
        }

        assertThat(fake.log().maxConcurrency()).isEqualTo(1);
    }

    @Test
    void measuresTheBusiestSecond() {
        RequestLog log = new RequestLog();
        for (long millis : new long[] {0, 100, 900, 1_000, 1_050, 1_950, 2_000}) {
            log.begin();
            log.end(new RequestLog.Entry(millis * 1_000_000, "GET", "/3/configuration", "", "", "", 200));
        }
        log.begin();
        log.end(new RequestLog.Entry(1_060_000_000, "GET", "/t/p/w92/a.jpg", "", "", "", 200));

        // From 100 on: 100, 900, 1000, 1050. A second is over exactly one second after its beginning.
        assertThat(log.maxPerSecond()).isEqualTo(4);
        log.clear();
        assertThat(log.maxPerSecond()).isZero();
    }

    @Test
    void isToldAndRuledOverHttpWithoutAKey() {
        client.json("/3/movie/popular");
        assertThat(client.send("POST", "/_fake/fault?kind=503&times=1&path=/3/tv/.*")
                        .statusCode())
                .isEqualTo(200);
        client.json("/3/movie/popular");
        assertThat(client.get("/3/tv/popular").statusCode()).isEqualTo(503);
        assertThat(client.get("/3/tv/popular").statusCode()).isEqualTo(401);
        JsonNode told = Client.parse(client.send("GET", "/_fake/requests"));

        assertThat(told.get("total").asInt()).isEqualTo(4);
        assertThat(told.at("/endpoints").get("/3/movie/popular").get("200").asInt())
                .isEqualTo(2);
        assertThat(told.at("/statuses/503").asInt()).isEqualTo(1);
        assertThat(client.send("POST", "/_fake/fault?kind=storm").statusCode()).isEqualTo(400);
        client.send("POST", "/_fake/fault?kind=outage");
        client.send("DELETE", "/_fake/fault");
        client.json("/3/movie/popular");
        client.send("DELETE", "/_fake/requests");
        assertThat(fake.log().count()).isZero();
    }
}
