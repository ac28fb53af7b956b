package movierec.testkit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import movierec.identity.PasswordHasher;
import org.junit.jupiter.api.Test;

/** What every password hasher does. */
public abstract class PasswordHasherContract {
    protected abstract PasswordHasher hasher();

    @Test
    void tellsAWrongPassword() {
        String hash = hasher().hash("correct horse");

        assertThat(hasher().matches("correct horsf", hash)).isFalse();
        assertThat(hasher().matches("", hash)).isFalse();
        assertThat(hasher().matches("Correct horse", hash)).isFalse();
    }

    @Test
    void knowsThePasswordAgain() {
        assertThat(hasher().matches("correct horse", hasher().hash("correct horse")))
                .isTrue();
        assertThat(hasher().matches("pässwörd \uD83D\uDC34", hasher().hash("pässwörd \uD83D\uDC34")))
                .isTrue();
    }

    @Test
    void itsOwnHashesNeedNoRehash() {
        assertThat(hasher().needsRehash(hasher().hash("correct horse"))).isFalse();
    }
}
