package movierec.server.admin;

import static movierec.server.Answers.json;
import static movierec.server.Answers.problem;
import static movierec.server.Answers.status;
import static movierec.server.RunningServer.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import movierec.faketmdb.FakeTmdb;
import movierec.faketmdb.Fault;
import movierec.faketmdb.Rule;
import movierec.faketmdb.world.FakeWorld;
import movierec.faketmdb.world.WorldPlan;
import movierec.server.RunningServer;
import movierec.server.RunningServer.Person;
import movierec.testkit.job.Patiently;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Admins start, watch and end jobs (CAT-9), here with a TMDB of invented titles. */
final class JobEndpointsTest {
    private final FakeTmdb tmdb = FakeTmdb.start(FakeWorld.of(WorldPlan.STANDARD.withTitles(60, 30)));
    private final RunningServer server = RunningServer.with(Map.of(
            "movierec.tmdb.base-url",
            tmdb.address().toString(),
            "movierec.tmdb.api-key",
            "0123456789abcdef0123456789abcdef",
            "movierec.tmdb.requests-per-second",
            "1000"));
    private final Person admin = server.newAdmin();

    @AfterEach
    void stop() {
        server.close();
        tmdb.close();
    }

    private JsonNode job(String name) {
        return json(200, server.get("/api/admin/jobs/" + name, as(admin)));
    }

    private HttpResponse<String> start(String name) {
        return server.post("/api/admin/jobs/" + name, "", as(admin));
    }

    private HttpResponse<String> cancel(String name) {
        return server.post("/api/admin/jobs/" + name + "/cancel", "", as(admin));
    }

    @Test
    void thereAreNoOtherJobs() {
        for (String name : new String[] {"hourly", "fetch-", "fetch-train", "FULL", "fetch-daily-tmdb"}) {
            problem(404, server.get("/api/admin/jobs/" + name, as(admin)));
            problem(404, start(name));
            assertThat(problem(404, cancel(name)).path("detail").asText()).contains("train", "fetch-daily");
        }
        assertThat(tmdb.log().count()).isZero();
    }

    @Test
    void onlyAdminsSeeAndStartThem() {
        Person user = server.newUser();

        problem(403, server.get("/api/admin/jobs", as(user)));
        problem(403, server.get("/api/admin/jobs/fetch-daily", as(user)));
        problem(403, server.post("/api/admin/jobs/fetch-daily", "", as(user)));
        problem(403, server.post("/api/admin/jobs/fetch-daily/cancel", "", as(user)));
        problem(401, server.post("/api/admin/jobs/fetch-daily", ""));
        assertThat(tmdb.log().count()).isZero();
    }

    @Test
    void whatDoesNotRunCannotBeCancelled() {
        assertThat(problem(409, cancel("fetch-full")).path("type").asText()).endsWith("/job-not-running");
        assertThat(problem(409, cancel("train")).path("type").asText()).endsWith("/job-not-running");
    }

    @Test
    void withoutACredentialThereIsNothingToFetchFrom() {
        try (RunningServer alone = RunningServer.with(Map.of())) {
            Person other = alone.newAdmin();

            JsonNode refused = problem(409, alone.post("/api/admin/jobs/fetch-full", "", as(other)));
            JsonNode shown = json(200, alone.get("/api/admin/jobs/fetch-daily", as(other)));

            assertThat(refused.path("type").asText()).endsWith("/fetch-not-set-up");
            assertThat(refused.path("detail").asText()).contains("TMDB_API_KEY");
            assertThat(shown.path("running").asBoolean()).isFalse();
            assertThat(shown.path("runs")).isEmpty();
            assertThat(shown.has("nextRunAt")).isFalse();
        }
    }

    @Test
    void aStartedJobIsSeenRunningUntilItIsComplete() {
        assertThat(json(202, start("daily")).path("job").asText()).isEqualTo("fetch-daily");

        Patiently.await(() -> job("fetch-daily").at("/runs/0/state").asText().equals("completed"));

        JsonNode run = job("daily").at("/runs/0");
        assertThat(run.path("counts").path("pages").asInt()).isEqualTo(7);
        assertThat(run.path("counts").path("calls /movie/popular ok").asInt()).isEqualTo(2);
        assertThat(run.path("counts").path("titles fetched").asInt()).isPositive();
        assertThat(run.path("succeededAt").asText())
                .isEqualTo(run.path("updatedAt").asText());
        JsonNode jobs = json(200, server.get("/api/admin/jobs", as(admin))).path("results");
        assertThat(jobs)
                .extracting(job -> job.path("job").asText())
                .containsExactly("train", "fetch-daily", "fetch-weekly", "fetch-full", "fetch-grow");
        assertThat(jobs.path(1).path("runs").path(0)).isEqualTo(run);
        assertThat(jobs.path(1).path("nextRunAt").asText()).endsWith("T08:00:00Z");
        assertThat(jobs.path(2).path("nextRunAt").asText()).endsWith("T09:00:00Z");
        assertThat(jobs.path(2).path("runs")).isEmpty();
    }

    @Test
    void oneFetchRunsAtATimeAndEndsSoonAfterItIsCancelled() {
        tmdb.script().add(Rule.always(new Fault.Slow(Duration.ofMillis(150))).onPath("/3/(movie|tv)/[0-9]+"));
        status(202, start("fetch-full"));
        Patiently.await(() -> job("fetch-full").at("/runs/0/phase").asText().equals("titles"));

        assertThat(job("fetch-full").path("running").asBoolean()).isTrue();
        assertThat(problem(409, start("fetch-full")).path("type").asText()).endsWith("/fetch-is-running");
        assertThat(problem(409, start("daily")).path("type").asText()).endsWith("/fetch-is-running");
        problem(409, cancel("fetch-daily"));
        status(202, cancel("fetch-full"));
        Patiently.await(() -> !job("fetch-full").path("running").asBoolean());

        JsonNode run = job("fetch-full").at("/runs/0");
        assertThat(run.path("state").asText()).isEqualTo("cancelled");
        assertThat(run.path("done").asInt()).isLessThan(run.path("total").asInt());
        assertThat(run.has("succeededAt")).isFalse();
        assertThat(server.movierec().stores().catalogueLists().all()).isNotEmpty();
    }
}
