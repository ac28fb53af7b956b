package movierec.server.admin;

import static movierec.server.Answers.json;
import static movierec.server.Answers.places;
import static movierec.server.Answers.problem;
import static movierec.server.Answers.status;
import static movierec.server.RunningServer.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import movierec.server.RunningServer;
import movierec.server.RunningServer.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What admins do over HTTP (AUTH-7, AUTH-9, LEARN-3). */
@ExtendWith(RunningServer.Shared.class)
final class AdminEndpointsTest {
    private final RunningServer server;
    private final Person admin;

    AdminEndpointsTest(RunningServer server) {
        this.server = server;
        this.admin = server.newAdmin();
    }

    @Test
    void whatDoesNotExistCannotBeChanged() {
        problem(404, server.post("/api/admin/accounts/promote", "{\"email\":\"nobody@example.org\"}", as(admin)));
        problem(400, server.post("/api/admin/accounts/confirm", "{}", as(admin)));
        problem(404, server.delete("/api/admin/apikeys/nothing", as(admin)));
        problem(404, server.post("/api/admin/models/nothing/promote", "", as(admin)));
        problem(409, server.post("/api/admin/models/rollback", "", as(admin)));
        problem(404, server.post("/api/admin/jobs/nothing", "", as(admin)));
    }

    @Test
    void aKeyNeedsANameAndScopesThatExist() {
        assertThat(places(problem(400, server.post("/api/admin/apikeys", "{}", as(admin)))))
                .containsExactlyInAnyOrder("/name", "/scopes");
        assertThat(places(problem(
                        400, server.post("/api/admin/apikeys", "{\"name\":\"a\",\"scopes\":[\"root\"]}", as(admin)))))
                .containsExactly("/scopes/0");
    }

    @Test
    void aKeyIsShownOnceWorksAndCanBeRevoked() {
        JsonNode created = json(
                201,
                server.post(
                        "/api/admin/apikeys", "{\"name\":\"kiosk\",\"scopes\":[\"events\",\"catalogue\"]}", as(admin)));
        String secret = created.path("key").asText();
        String keyId = created.path("keyId").asText();

        status(200, server.get("/api/user/favourites", "X-API-Key", secret, "X-User-Id", "guest"));
        problem(400, server.get("/api/user/favourites", "X-API-Key", secret));
        problem(403, server.get("/api/recommendations", "X-API-Key", secret, "X-User-Id", "guest"));
        assertThat(server.get("/api/admin/apikeys", as(admin)).body())
                .contains(keyId)
                .doesNotContain(secret);

        status(204, server.delete("/api/admin/apikeys/" + keyId, as(admin)));
        problem(401, server.get("/api/user/favourites", "X-API-Key", secret, "X-User-Id", "guest"));
        problem(404, server.delete("/api/admin/apikeys/" + keyId, as(admin)));
    }

    @Test
    void aPromotedUserIsAnAdmin() {
        Person user = server.newUser();
        problem(403, server.get("/api/admin/accounts", as(user)));

        JsonNode promoted = json(
                200,
                server.post("/api/admin/accounts/promote", "{\"email\":\"%s\"}".formatted(user.email()), as(admin)));

        assertThat(promoted.path("role").asText()).isEqualTo("admin");
        server.movierec().people().identity().forget(user.userId());
        JsonNode accounts = json(200, server.get("/api/admin/accounts?limit=500", as(user)));
        assertThat(accounts.toString()).contains(user.email()).doesNotContainIgnoringCase("argon");
    }

    @Test
    void listsModelsAndTellsWhetherATrainingRuns() {
        assertThat(json(200, server.get("/api/admin/models", as(admin))).path("results"))
                .isEmpty();
        JsonNode job = json(200, server.get("/api/admin/jobs/train", as(admin)));
        assertThat(job.path("running").asBoolean()).isFalse();
    }
}
