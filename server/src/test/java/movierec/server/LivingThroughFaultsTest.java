package movierec.server;

import static movierec.server.Answers.json;
import static movierec.server.Answers.status;
import static movierec.server.RunningServer.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import movierec.app.Fetching.Job;
import movierec.faketmdb.Fault;
import movierec.faketmdb.Rule;
import movierec.faketmdb.world.Kind;
import movierec.faketmdb.world.WorldPlan;
import movierec.job.JobStatus.State;
import movierec.server.RunningServer.Person;
import movierec.server.json.Json;
import movierec.testkit.job.Patiently;
import movierec.title.ListKey;
import movierec.title.StoredList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the source does while it is fetched from: people get their recommendations all the time. */
@SuppressWarnings("NullAway.Init")
final class LivingThroughFaultsTest {
    private static final Duration NEXT_DAY = Duration.ofHours(25);

    private final LivingWorld world =
            new LivingWorld(WorldPlan.STANDARD.withTitles(150, 80).withTraps(false));
    private final RunningServer server = world.server;
    private Person admin;
    private Person fan;
    private int asked;

    record Trouble(String name, Rule rule, boolean isOutlasted) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Trouble> troubles() {
        return List.of(
                new Trouble("a storm of refusals", Rule.always(Fault.RATE_LIMITED), false),
                new Trouble(
                        "a third of errors",
                        Rule.share(0.3, Fault.INTERNAL, Fault.BAD_GATEWAY, new Fault.CutOff()),
                        true),
                new Trouble("no connection", Rule.always(new Fault.Outage()), false),
                new Trouble("pages of HTML", Rule.always(new Fault.Garbage()), false));
    }

    @BeforeEach
    void signIn() {
        admin = server.newAdmin();
        fan = world.fan();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void recommendsAllTheTimeAndKeepsWhatItHas(Trouble trouble) {
        assertThat(world.fetch(Job.FULL).state()).isEqualTo(State.COMPLETED);
        Map<ListKey, StoredList> before = lists();
        theNextDay();
        world.tmdb.script().add(trouble.rule());

        JsonNode run = fetchWhileSomebodyAsks();

        assertThat(asked).as("requests in the meantime").isGreaterThan(3);
        if (!trouble.isOutlasted()) {
            assertThat(run.path("state").asText()).isEqualTo("stopped");
            assertThat(run.path("message").asText()).contains("the next run goes on from here");
            assertThat(lists()).isEqualTo(before);
        }
        lists().forEach((key, list) -> assertThat(list)
                .as(key.toString())
                .satisfiesAnyOf(now -> assertThat(now).isEqualTo(before.get(key)), now -> assertThat(now.fetchedAt())
                        .isEqualTo(world.clock.instant())));

        world.tmdb.script().clear();
        assertThat(fetchWhileSomebodyAsks().path("state").asText()).isEqualTo("completed");
        assertThat(lists().values())
                .allSatisfy(list -> assertThat(list.fetchedAt()).isEqualTo(world.clock.instant()));
        assertThat(lists().keySet()).isEqualTo(before.keySet());
    }

    /** Everything is stale, and something has changed. */
    private void theNextDay() {
        for (int id = 1_000_001; id < 1_000_100; id += 7) {
            world.tmdb.world().change(Kind.MOVIE, id);
        }
        world.clock.advance(NEXT_DAY);
        admin = server.again(admin);
        fan = server.again(fan);
    }

    /** Starts everything over HTTP, asks for recommendations until it has ended, and returns the run. */
    private JsonNode fetchWhileSomebodyAsks() {
        asked = 0;
        AtomicBoolean ended = new AtomicBoolean();
        CompletableFuture<List<String>> complaints = CompletableFuture.supplyAsync(() -> complaintsUntil(ended));
        status(202, server.post("/api/admin/jobs/fetch-full", "", as(admin)));
        Patiently.await(() -> !server.movierec().fetching().isRunning());
        ended.set(true);
        assertThat(complaints.join()).isEmpty();
        return json(200, server.get("/api/admin/jobs/fetch-full", as(admin))).at("/runs/0");
    }

    private List<String> complaintsUntil(AtomicBoolean ended) {
        List<String> complaints = new ArrayList<>();
        do {
            server.movierec().recommender().state().refresh();
            HttpResponse<String> answer = server.get("/api/recommendations?limit=" + (10 + asked % 10), as(fan));
            asked++;
            boolean isGood = answer.statusCode() == 200
                    && !Json.read(answer.body().getBytes(StandardCharsets.UTF_8))
                            .path("results")
                            .isEmpty();
            if (!isGood) {
                complaints.add(answer.statusCode() + " " + answer.body());
            }
        } while (!ended.get());
        return complaints;
    }

    private Map<ListKey, StoredList> lists() {
        return server.movierec().stores().catalogueLists().all().stream()
                .collect(Collectors.toMap(StoredList::key, Function.identity()));
    }
}
