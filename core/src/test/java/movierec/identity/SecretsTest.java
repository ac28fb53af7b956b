package movierec.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class SecretsTest {
    private final Secrets secrets = new Secrets(new SecureRandom());

    @Test
    void nothingComesTwice() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            assertThat(seen.add(secrets.token())).isTrue();
            assertThat(seen.add(secrets.userId().value())).isTrue();
            assertThat(seen.add(secrets.apiKeyId())).isTrue();
        }
    }

    @Test
    void userIdsAreRandomUuids() {
        UUID uuid = UUID.fromString(secrets.userId().value());

        assertThat(uuid.version()).isEqualTo(4);
        assertThat(uuid.variant()).isEqualTo(2);
    }

    @Test
    void codesHaveSixDigits() {
        for (int i = 0; i < 1000; i++) {
            assertThat(secrets.code()).matches("[0-9]{6}");
        }
    }

    @Test
    void tokensHave256Bits() {
        assertThat(secrets.token()).matches("[A-Za-z0-9_-]{43}");
    }

    @Test
    void hashesWithSha256() {
        // The example "abc" of FIPS 180-2, appendix B.1.
        assertThat(Secrets.hash("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
