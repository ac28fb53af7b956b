package movierec.testkit.identity;

import static movierec.testkit.identity.Identities.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import movierec.identity.ApiKey;
import movierec.identity.ApiKeyStore;
import movierec.identity.Scope;
import org.junit.jupiter.api.Test;

/** What every store of API keys does. */
public abstract class ApiKeyStoreContract {
    protected abstract ApiKeyStore keys();

    @Test
    void knowsNoKeyItWasNotTold() {
        assertThat(keys().find("hash")).isEmpty();
        assertThat(keys().list()).isEmpty();
        assertThat(keys().revoke("nobody", NOW)).isFalse();
    }

    @Test
    void aRevokedKeyStaysRevokedAtTheFirstDate() {
        keys().create(key("one", EnumSet.of(Scope.CATALOGUE)), "hash");

        assertThat(keys().revoke("one", NOW)).isTrue();
        assertThat(keys().revoke("one", NOW.plusSeconds(9))).isFalse();
        assertThat(keys().find("hash").orElseThrow().revokedAt()).isEqualTo(NOW);
        assertThat(keys().list().getFirst().isRevoked()).isTrue();
    }

    @Test
    void returnsAKeyAsItWasStored() {
        ApiKey key = key("one", EnumSet.allOf(Scope.class));

        keys().create(key, "hash");

        assertThat(keys().find("hash")).contains(key);
        assertThat(keys().find("other")).isEmpty();
    }

    @Test
    void notesTheLastUseOfOneKey() {
        keys().create(key("one", EnumSet.of(Scope.EVENTS)), "hash 1");
        keys().create(key("two", EnumSet.of(Scope.EVENTS)), "hash 2");

        keys().used("two", NOW);

        assertThat(keys().list()).extracting(ApiKey::keyId).containsExactly("one", "two");
        assertThat(keys().list()).extracting(ApiKey::lastUsedAt).containsExactly(Instant.EPOCH, NOW);
    }

    private static ApiKey key(String keyId, Set<Scope> scopes) {
        return new ApiKey(keyId, "a key", scopes, NOW, Instant.EPOCH, Instant.EPOCH);
    }
}
