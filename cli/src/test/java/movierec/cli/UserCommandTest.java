package movierec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserCommandTest {
    private static final String PASSWORD = "correct horse battery\n";

    @TempDir
    private Path data;

    private Ran create(String email) {
        return Ran.with(Map.of(), PASSWORD, data, "user", "create", email, "--password-stdin");
    }

    private JsonNode users() {
        return Ran.in(data, "user", "list", "--json").json().get("users");
    }

    @Test
    void namesEverythingThatIsWrongWithANewAccount() {
        Ran ran = Ran.with(Map.of(), "short\n", data, "user", "create", "nobody", "--password-stdin");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err())
                .contains("email must be a valid e-mail address")
                .contains("password must have at least 8 characters");
        assertThat(users()).isEmpty();
    }

    @Test
    void asksForNoPasswordWhereNobodyCanAnswer() {
        Ran ran = Ran.in(data, "user", "create", "ann@example.org");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("--password-stdin");
    }

    @Test
    void refusesAnAddressThatIsTaken() {
        create("ann@example.org");

        Ran again = create("Ann@example.org");

        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).contains("already");
        assertThat(users()).hasSize(1);
    }

    @Test
    void knowsNoAccountThatIsNotThere() {
        for (String command : new String[] {"promote", "confirm", "delete"}) {
            Ran ran = Ran.in(data, "user", command, "bob@example.org");

            assertThat(ran.exitCode()).isEqualTo(1);
            assertThat(ran.err()).contains("There is no such account");
        }
    }

    @Test
    void createsListsAndPromotes() {
        assertThat(create("ann@example.org").out()).contains("ann@example.org (admin)");
        assertThat(create("bob@example.org").out()).contains("bob@example.org (user)");

        assertThat(Ran.in(data, "user", "promote", "bob@example.org").exitCode())
                .isZero();

        assertThat(users()).hasSize(2).allSatisfy(user -> {
            assertThat(user.fieldNames())
                    .toIterable()
                    .containsExactly("userId", "email", "role", "confirmed", "createdAt");
            assertThat(user.get("role").asText()).isEqualTo("admin");
        });
        assertThat(Ran.in(data, "user", "list").out()).contains("EMAIL").contains("bob@example.org");
    }

    @Test
    void deletesOnlyWhenSure() {
        create("ann@example.org");

        Ran unsure = Ran.in(data, "user", "delete", "ann@example.org");
        assertThat(unsure.exitCode()).isEqualTo(1);
        assertThat(unsure.err()).contains("--yes");
        assertThat(users()).hasSize(1);

        Ran sure = Ran.in(data, "user", "delete", "ann@example.org", "--yes", "--json");
        assertThat(sure.json().get("erased")).isNotEmpty();
        assertThat(users()).isEmpty();
    }

    @Test
    void setsANewPassword() {
        create("ann@example.org");

        Ran weak = Ran.with(Map.of(), "password\n", data, "user", "password", "ann@example.org", "--password-stdin");
        Ran good = Ran.with(
                Map.of(), "another good one\n", data, "user", "password", "ann@example.org", "--password-stdin");

        assertThat(weak.exitCode()).isEqualTo(1);
        assertThat(weak.err()).contains("most common passwords");
        assertThat(good.exitCode()).isZero();
    }
}
