package movierec.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PasswordPolicyTest {
    private static final PasswordPolicy POLICY = PasswordPolicy.standard();

    @ParameterizedTest
    @ValueSource(strings = {"password", "Password1", "12345678", "QWERTYUIOP", "iloveyou", "letmein1", "11111111"})
    void refusesCommonPasswordsInAnyCase(String password) {
        assertThat(POLICY.faults(password, "anna@example.org"))
                .containsExactly("is one of the most common passwords; please choose another");
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna.smith@example.org", "ANNA.Smith", "Anna.Smith@Example.org"})
    void refusesTheAddressAndItsLocalPart(String password) {
        assertThat(POLICY.faults(password, " anna.smith@example.org"))
                .containsExactly("must not be the e-mail address");
    }

    @Test
    void refusesTooShortAndTooLongOnes() {
        assertThat(POLICY.faults("", "anna@example.org")).containsExactly("is missing");
        assertThat(POLICY.faults("seven77", "anna@example.org")).containsExactly("must have at least 8 characters");
        assertThat(POLICY.faults("ab".repeat(64) + "c", "anna@example.org"))
                .containsExactly("must have at most 128 characters");
    }

    @Test
    void namesEveryFaultAtOnce() {
        assertThat(POLICY.faults("anna", "anna@example.org"))
                .containsExactly("must have at least 8 characters", "must not be the e-mail address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"eight8ch", "correct horse battery staple", "ünïcödé wörds", "\uD83D\uDC34horses\uD83D\uDC34"})
    void acceptsOthers(String password) {
        assertThat(POLICY.faults(password, "anna@example.org")).isEmpty();
    }

    @Test
    void acceptsTheLongestPassword() {
        assertThat(POLICY.faults("ab".repeat(64), "anna@example.org")).isEmpty();
    }
}
