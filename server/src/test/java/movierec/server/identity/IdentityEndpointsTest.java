package movierec.server.identity;

import static movierec.server.Answers.header;
import static movierec.server.Answers.json;
import static movierec.server.Answers.places;
import static movierec.server.Answers.problem;
import static movierec.server.Answers.status;
import static movierec.server.RunningServer.PASSWORD;
import static movierec.server.RunningServer.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import movierec.server.RunningServer;
import movierec.server.RunningServer.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sign-up, sign-in and tokens over HTTP (AUTH-1 to AUTH-5). */
@ExtendWith(RunningServer.Shared.class)
final class IdentityEndpointsTest {
    private static final String[] FORM = {"Content-Type", "application/x-www-form-urlencoded"};

    private final RunningServer server;

    IdentityEndpointsTest(RunningServer server) {
        this.server = server;
    }

    @Test
    void aSignUpIsToldEverythingThatIsWrongAtOnce() {
        JsonNode missing = problem(400, server.post("/api/auth/signup", "{}"));
        JsonNode wrong = problem(400, server.post("/api/auth/signup", credentials("no address", "short")));

        assertThat(places(missing)).containsExactlyInAnyOrder("/email", "/password");
        assertThat(places(wrong)).containsExactlyInAnyOrder("/email", "/password");
        assertThat(missing.path("type").asText()).endsWith("/invalid-body");
    }

    @Test
    void aTakenAddressIsAConflictInAnySpelling() {
        Person person = server.newUser();

        JsonNode problem = problem(
                409, server.post("/api/auth/signup", credentials(person.email().toUpperCase(), PASSWORD)));

        assertThat(problem.path("type").asText()).endsWith("/email-taken");
    }

    @Test
    void aWrongCodeConfirmsNothing() {
        Person person = server.newUser();

        problem(
                400,
                server.post("/api/auth/signup", "{\"email\":\"%s\",\"code\":\"123456\"}".formatted(person.email())));
        problem(
                400,
                server.post(
                        "/api/auth/reset",
                        "{\"email\":\"%s\",\"code\":\"123456\",\"password\":\"%s\"}"
                                .formatted(person.email(), "another good password")));

        status(200, server.post("/api/auth/signin", credentials(person.email(), PASSWORD)));
    }

    @Test
    void unknownAddressesAndWrongPasswordsGetTheSameAnswer() {
        Person person = server.newUser();

        JsonNode unknown = problem(401, server.post("/api/auth/signin", credentials("nobody@example.org", PASSWORD)));
        HttpResponse<String> answer = server.post("/api/auth/signin", credentials(person.email(), "a wrong password"));
        JsonNode wrong = problem(401, answer);

        assertThat(wrong.path("detail").asText())
                .isEqualTo(unknown.path("detail").asText())
                .isEqualTo("Incorrect username or password");
        assertThat(wrong.path("type")).isEqualTo(unknown.path("type"));
        assertThat(header(answer, "WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void signsUpAndInWithTheNamesThatClientsRelyOn() {
        String email = "Ada+%d@example.org".formatted(System.nanoTime());

        JsonNode account = json(201, server.post("/api/auth/signup", credentials(email, PASSWORD)));
        HttpResponse<String> answer = server.post("/api/auth/signin", credentials(email, PASSWORD));
        JsonNode tokens = json(200, answer);

        assertThat(account.propertyStream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("sub", "email", "role", "createdAt", "confirmed");
        assertThat(tokens.propertyStream().map(Map.Entry::getKey))
                .containsExactly("AccessToken", "IdToken", "RefreshToken", "email", "ExpiresIn", "TokenType");
        assertThat(tokens.path("ExpiresIn").asInt()).isEqualTo(3600);
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        JsonNode who = json(200, server.get("/api/user", "Authorization", "Bearer " + text(tokens, "AccessToken")));
        assertThat(who.path("sub")).isEqualTo(account.path("sub"));
        assertThat(who.path("email").asText()).isEqualTo(email);
    }

    @Test
    void aReusedRefreshTokenEndsTheSession() {
        Person person = server.newUser();

        JsonNode next = json(200, server.post("/api/auth/refresh", refresh(person.refreshToken())));
        status(200, server.get("/api/user", "Authorization", "Bearer " + text(next, "AccessToken")));
        problem(401, server.post("/api/auth/refresh", refresh(person.refreshToken())));

        problem(401, server.post("/api/auth/refresh", refresh(text(next, "RefreshToken"))));
        problem(401, server.get("/api/user", "Authorization", "Bearer " + text(next, "AccessToken")));
    }

    @Test
    void refreshAndSignOutNeedAToken() {
        assertThat(places(problem(400, server.post("/api/auth/refresh", "{}")))).containsExactly("/refreshToken");
        assertThat(places(problem(400, server.post("/api/auth/signout", "{}")))).containsExactly("/refreshToken");
        problem(401, server.post("/api/auth/refresh", "{\"RefreshToken\":\"made-up\"}"));
        status(204, server.post("/api/auth/signout", refresh("made-up")));
    }

    @Test
    void signOutEndsTheSessionAtOnce() {
        Person person = server.newUser();
        status(200, server.get("/api/user", as(person)));

        status(204, server.post("/api/auth/signout", refresh(person.refreshToken())));

        problem(401, server.get("/api/user", as(person)));
    }

    @Test
    void whetherAnAccountExistsIsNotToldWhenACodeIsAskedFor() {
        Person person = server.newUser();

        status(202, server.post("/api/auth/resend", "{\"email\":\"%s\"}".formatted(person.email())));
        status(202, server.post("/api/auth/resend", "{\"email\":\"nobody@example.org\"}"));
        problem(409, server.post("/api/auth/forgot", "{\"email\":\"nobody@example.org\"}"));
        problem(400, server.post("/api/auth/forgot", "{\"email\":7}"));
    }

    @Test
    void oauthErrorsHaveTheShapeOfTheirStandard() {
        Person person = server.newUser();

        assertThat(oauthError("grant_type=password&username=" + encoded(person.email()) + "&password=wrong-one"))
                .isEqualTo("invalid_grant");
        assertThat(oauthError("grant_type=password&username=" + encoded(person.email())))
                .isEqualTo("invalid_request");
        assertThat(oauthError("username=a&password=b")).isEqualTo("invalid_request");
        assertThat(oauthError("grant_type=client_credentials")).isEqualTo("unsupported_grant_type");
        assertThat(oauthError("grant_type=refresh_token&refresh_token=made-up")).isEqualTo("invalid_grant");
        assertThat(oauthError("grant_type=%ff")).isEqualTo("invalid_request");
        problem(415, server.post("/api/auth/token", "{\"grant_type\":\"password\"}"));
    }

    @Test
    void aClientMadeForFastApiWorks() {
        Person person = server.newUser();
        String form = "grant_type=password&username=%s&password=%s&scope="
                .formatted(encoded(person.email()), encoded(PASSWORD));

        HttpResponse<String> answer = server.send("POST", "/api/auth/token", form, FORM);
        JsonNode token = json(200, answer);

        assertThat(token.path("token_type").asText()).isEqualTo("bearer");
        assertThat(token.path("expires_in").asInt()).isEqualTo(3600);
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        status(200, server.get("/api/user", "Authorization", "bearer " + text(token, "access_token")));
        JsonNode refused = json(401, server.get("/api/user", "Authorization", "Bearer wrong"));
        assertThat(refused.path("detail").isTextual()).isTrue();
        assertThat(json(401, server.get("/api/user")).path("detail").asText()).isEqualTo("Not authenticated");
        String renewal = "grant_type=refresh_token&refresh_token=" + encoded(text(token, "refresh_token"));
        assertThat(json(200, server.send("POST", "/auth/token", renewal, FORM)).has("access_token"))
                .isTrue();
    }

    @Test
    void publishesOnlyPublicKeys() {
        JsonNode keys = json(200, server.get("/.well-known/jwks.json")).path("keys");

        assertThat(keys).isNotEmpty();
        keys.forEach(key -> assertThat(key.propertyStream().map(Map.Entry::getKey))
                .contains("kty", "kid", "n", "e")
                .doesNotContain("d", "p", "q"));
    }

    @Test
    void aClosedServerTakesItsFirstAccountAndNoOther() {
        try (RunningServer closed = RunningServer.with(Map.of("movierec.signup.enabled", "false"))) {
            JsonNode first = json(201, closed.post("/api/auth/signup", credentials("owner@example.org", PASSWORD)));
            JsonNode problem = problem(403, closed.post("/signup", credentials("other@example.org", PASSWORD)));

            assertThat(first.path("role").asText()).isEqualTo("admin");
            assertThat(problem.path("type").asText()).endsWith("/registration-closed");
        }
    }

    private String oauthError(String form) {
        JsonNode error = json(400, server.send("POST", "/api/auth/token", form, FORM));
        assertThat(error.path("error_description").asText()).isNotEmpty();
        return text(error, "error");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText();
    }

    private static String credentials(String email, String password) {
        return "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password);
    }

    private static String refresh(String token) {
        return "{\"refreshToken\":\"%s\"}".formatted(token);
    }
}
