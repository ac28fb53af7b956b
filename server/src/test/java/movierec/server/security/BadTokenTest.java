package movierec.server.security;

import static movierec.server.Answers.header;
import static movierec.server.Answers.json;
import static movierec.server.Answers.problem;
import static movierec.server.Answers.status;
import static movierec.server.RunningServer.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import movierec.server.RunningServer;
import movierec.server.RunningServer.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tokens that somebody made up: each is refused, and says no more than that. */
@ExtendWith(RunningServer.Shared.class)
final class BadTokenTest {
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private final RunningServer server;
    private final Person person;

    BadTokenTest(RunningServer server) {
        this.server = server;
        this.person = server.newUser();
    }

    @Test
    void aTokenWithoutSignatureIsRefused() {
        refused(URL.encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + payload() + ".");
        refused(person.token().substring(0, person.token().lastIndexOf('.') + 1));
    }

    @Test
    void aTokenSignedWithThePublicKeyAsASecretIsRefused() throws GeneralSecurityException {
        JsonNode key = json(200, server.get("/.well-known/jwks.json")).at("/keys/0");
        byte[] encoded = KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(number(key, "n"), number(key, "e")))
                .getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded) + "\n-----END PUBLIC KEY-----\n";

        for (byte[] secret : new byte[][] {encoded, pem.getBytes(StandardCharsets.UTF_8)}) {
            String head = "{\"alg\":\"HS256\",\"typ\":\"at+jwt\",\"kid\":\"%s\"}"
                    .formatted(key.path("kid").asText());
            String content = URL.encodeToString(head.getBytes(StandardCharsets.UTF_8)) + "." + payload();
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            refused(content + "." + URL.encodeToString(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII))));
        }
    }

    @Test
    void aTokenOfAnotherServerIsRefused() {
        try (RunningServer other = RunningServer.with(Map.of())) {
            refused(other.newUser().token());
        }
    }

    @Test
    void anIdTokenAndARefreshTokenAreNoAccessTokens() {
        JsonNode tokens = json(
                200,
                server.post(
                        "/api/auth/signin",
                        "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(person.email(), RunningServer.PASSWORD)));

        refused(tokens.path("IdToken").asText());
        refused(tokens.path("RefreshToken").asText());
        status(
                200,
                server.get(
                        "/api/user",
                        "Authorization",
                        "Bearer " + tokens.path("AccessToken").asText()));
    }

    @Test
    void whatIsNoTokenAtAllIsRefused() {
        refused("");
        refused("a.b.c");
        refused("....");
        refused("x".repeat(8_000));
        refused("' OR '1'='1");
        problem(401, server.get("/api/user", "Authorization", "Basic YTpi"));
        problem(401, server.get("/api/user?access_token=" + person.token()));
        status(200, server.get("/api/user", as(person)));
    }

    private void refused(String token) {
        HttpResponse<String> answer = server.get("/api/user", "Authorization", "Bearer " + token);
        problem(401, answer);
        assertThat(header(answer, "WWW-Authenticate")).isEqualTo("Bearer");
    }

    private String payload() {
        return person.token().split("\\.", -1)[1];
    }

    private static BigInteger number(JsonNode key, String field) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(field).asText()));
    }
}
