package movierec.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import movierec.failure.Refusal;
import movierec.identity.PasswordHasher;
import movierec.testkit.identity.PasswordHasherContract;
import movierec.testkit.identity.Together;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class Argon2PasswordHasherTest extends PasswordHasherContract {
    private static final Argon2Parameters QUICK = new Argon2Parameters(64, 1, 1);

    private final SecureRandom random = new SecureRandom();
    private final Argon2PasswordHasher hasher = with(QUICK);

    @Override
    protected PasswordHasher hasher() {
        return hasher;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "password",
                "$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy",
                "$argon2i$v=19$m=64,t=1,p=1$c29tc2FsdHNvbWU$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=0,t=0,p=0$c29tc2FsdHNvbWU$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
            })
    void refusesAStoredHashThatIsNone(String hash) {
        assertThatThrownBy(() -> hasher.matches("password", hash)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesWhoeverWaitsTooLongInsteadOfTakingMoreMemory() {
        Argon2PasswordHasher busy =
                new Argon2PasswordHasher(Argon2PasswordHasher.OWASP, random, 1, Duration.ofMillis(1));

        List<Boolean> refused = Together.call(8, i -> {
            try {
                busy.hash("correct horse");
                return false;
            } catch (Refusal.NotReady tooMany) {
                return true;
            }
        });

        assertThat(refused).contains(true, false);
        assertThat(busy.hash("correct horse")).isNotEmpty();
    }

    @Test
    void hashesOneAfterTheOtherWhenOneMayRun() {
        Argon2PasswordHasher single = new Argon2PasswordHasher(QUICK, random, 1, Duration.ofSeconds(30));

        assertThat(Together.call(8, i -> single.hash("correct horse")))
                .doesNotHaveDuplicates()
                .hasSize(8);
    }

    @Test
    void knowsTheReferenceImplementationsHash() {
        // From the tests of the reference implementation (phc-winner-argon2), Argon2id, version 0x13.
        String hash = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

        assertThat(hasher.matches("password", hash)).isTrue();
        assertThat(hasher.matches("Password", hash)).isFalse();
    }

    @Test
    void writesThePhcFormatWithTheRecommendedParameters() {
        String hash = Argon2PasswordHasher.recommended(random).hash("correct horse");

        assertThat(hash).matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
    }

    @Test
    void everyHashHasItsOwnSalt() {
        assertThat(hasher.hash("correct horse")).isNotEqualTo(hasher.hash("correct horse"));
    }

    @Test
    void otherParametersNeedARehashAndStillMatch() {
        String old = with(new Argon2Parameters(32, 1, 1)).hash("correct horse");

        assertThat(hasher.needsRehash(old)).isTrue();
        assertThat(hasher.matches("correct horse", old)).isTrue();
    }

    @Test
    void theEncodingOfAccentsDoesNotMatter() {
        assertThat(hasher.matches("mu\u0308ller-brot", hasher.hash("m\u00fcller-brot")))
                .isTrue();
    }

    private Argon2PasswordHasher with(Argon2Parameters parameters) {
        return new Argon2PasswordHasher(parameters, random, 2, Duration.ofSeconds(30));
    }
}
