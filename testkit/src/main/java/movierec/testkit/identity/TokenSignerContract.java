package movierec.testkit.identity;

import static movierec.testkit.identity.Identities.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import movierec.failure.Refusal;
import movierec.identity.AccessClaims;
import movierec.identity.Email;
import movierec.identity.Role;
import movierec.identity.TokenSigner;
import movierec.identity.UserId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every token signer does. */
public abstract class TokenSignerContract {
    protected static final AccessClaims CLAIMS = new AccessClaims(
            new UserId("8a6e0804-2bd0-4672-b79d-d97027f9071a"),
            "token 1",
            "session 1",
            Role.ADMIN,
            NOW,
            NOW.plus(Duration.ofHours(1)));

    /** Signs and verifies by {@link #clock}. */
    protected abstract TokenSigner signer();

    /** Stands at {@link Identities#NOW} at first. */
    protected abstract SettableClock clock();

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.b.c", "..", "eyJhbGciOiJSUzI1NiJ9.e30.AAAA", "\u0000", "null"})
    void refusesWhatIsNoToken(String text) {
        assertThatThrownBy(() -> signer().verify(text)).isInstanceOf(Refusal.Unauthenticated.class);
    }

    @Test
    void refusesAnIdTokenAsAccessToken() {
        String idToken = signer().idToken(CLAIMS, new Email("anna@example.org"));

        assertThatThrownBy(() -> signer().verify(idToken)).isInstanceOf(Refusal.Unauthenticated.class);
    }

    @Test
    void refusesAnExpiredToken() {
        String token = signer().accessToken(CLAIMS);
        signer().verify(token);

        clock().advance(Duration.ofHours(1));

        assertThatThrownBy(() -> signer().verify(token)).isInstanceOf(Refusal.Unauthenticated.class);
    }

    @Test
    void readsWhatItHasSigned() {
        String token = signer().accessToken(CLAIMS);

        assertThat(signer().verify(token)).isEqualTo(CLAIMS);
        assertThat(signer().verify(token)).isEqualTo(CLAIMS);
    }
}
