package movierec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiKeyCommandTest {
    @TempDir
    private Path data;

    @Test
    void refusesAScopeThatIsNone() {
        Ran ran = Ran.in(data, "apikey", "create", "tv", "--scopes", "catalogue,everything");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("'everything' is no scope");
    }

    @Test
    void revokesNoKeyThatIsNotThere() {
        Ran ran = Ran.in(data, "apikey", "revoke", "abc");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("There is no such API key");
    }

    @Test
    void showsASecretOnceAndListsTheKeyUntilAndAfterItIsRevoked() {
        JsonNode created = Ran.in(data, "apikey", "create", "tv", "--scopes", "events,catalogue", "--json")
                .json();
        String secret = created.get("secret").asText();
        String id = created.get("keyId").asText();

        assertThat(secret).startsWith("mrk_");
        assertThat(Ran.in(data, "apikey", "list").out())
                .contains(id)
                .contains("catalogue,events")
                .doesNotContain(secret);
        assertThat(Ran.in(data, "apikey", "revoke", id).exitCode()).isZero();
        assertThat(Ran.in(data, "apikey", "list", "--json").json().get("apiKeys"))
                .singleElement()
                .satisfies(key -> assertThat(key.has("revokedAt")).isTrue());
    }

    @Test
    void rotationAddsASigningKey() throws IOException {
        Ran.in(data, "keys", "rotate");
        long before = keys();

        assertThat(Ran.in(data, "keys", "rotate").exitCode()).isZero();

        assertThat(keys()).isEqualTo(before + 1);
    }

    private long keys() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("keys"))) {
            return files.filter(file -> file.toString().endsWith(".jwk")).count();
        }
    }
}
