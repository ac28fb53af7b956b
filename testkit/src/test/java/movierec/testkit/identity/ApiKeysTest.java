package movierec.testkit.identity;

import static movierec.testkit.identity.LocalIdentityFixture.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import movierec.failure.Refusal;
import movierec.identity.ApiKeys;
import movierec.identity.ApiKeys.NewApiKey;
import movierec.identity.Scope;
import movierec.identity.Secrets;
import movierec.identity.UserId;
import org.junit.jupiter.api.Test;

final class ApiKeysTest {
    private final SettableClock clock = new SettableClock(Identities.NOW);
    private final InMemoryApiKeyStore store = new InMemoryApiKeyStore();
    private final AtomicInteger notes = new AtomicInteger();
    private final ApiKeys keys = new ApiKeys(store, new Secrets(new SecureRandom()), clock, task -> {
        notes.incrementAndGet();
        task.run();
    });

    @Test
    void refusesAKeyWithoutNameAndScopes() {
        assertThat(refusal(() -> keys.create(" ", Set.of())))
                .isInstanceOfSatisfying(Refusal.Invalid.class, invalid -> assertThat(invalid.faults())
                        .extracting(Refusal.Fault::pointer)
                        .containsExactly("/name", "/scopes"));
    }

    @Test
    void refusesMadeUpKeys() {
        NewApiKey made = keys.create("app", EnumSet.of(Scope.CATALOGUE));

        assertThat(refusal(() -> keys.verify(""))).isInstanceOf(Refusal.Unauthenticated.class);
        assertThat(refusal(() -> keys.verify("mrk_made-up"))).isInstanceOf(Refusal.Unauthenticated.class);
        assertThat(refusal(() -> keys.verify(Secrets.hash(made.secret())))).isInstanceOf(Refusal.Unauthenticated.class);
    }

    @Test
    void aRevokedKeyStopsAtOnce() {
        NewApiKey made = keys.create("app", EnumSet.of(Scope.CATALOGUE));
        keys.verify(made.secret());

        keys.revoke(made.key().keyId());

        assertThat(refusal(() -> keys.verify(made.secret()))).isInstanceOf(Refusal.Unauthenticated.class);
        assertThat(refusal(() -> keys.revoke(made.key().keyId()))).isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void aKeyRevokedByAnotherProcessStopsWithinSeconds() {
        NewApiKey made = keys.create("app", EnumSet.of(Scope.CATALOGUE));
        keys.verify(made.secret());

        store.revoke(made.key().keyId(), clock.instant());
        clock.advance(Duration.ofSeconds(2));

        assertThat(refusal(() -> keys.verify(made.secret()))).isInstanceOf(Refusal.Unauthenticated.class);
    }

    @Test
    void aKeyDoesOnlyWhatItWasMadeFor() {
        NewApiKey made = keys.create("app", EnumSet.of(Scope.EVENTS));

        assertThat(refusal(() -> made.key().require(Scope.ADMIN)).code()).isEqualTo("missing-scope");
        assertThat(refusal(() -> made.key().onBehalfOf(Scope.RECOMMEND, "7"))).isInstanceOf(Refusal.Forbidden.class);
    }

    @Test
    void anAppReachesNeitherAccountsNorAnotherAppsUsers() {
        NewApiKey one = keys.create("one", EnumSet.of(Scope.EVENTS));
        NewApiKey two = keys.create("two", EnumSet.of(Scope.EVENTS));
        UserId account = new Secrets(new SecureRandom()).userId();

        UserId user = one.key().onBehalfOf(Scope.EVENTS, "7");

        assertThat(user).isEqualTo(new UserId("app:" + one.key().keyId() + ":7"));
        assertThat(two.key().onBehalfOf(Scope.EVENTS, "7")).isNotEqualTo(user);
        assertThat(two.key().onBehalfOf(Scope.EVENTS, user.value())).isNotEqualTo(user);
        assertThat(one.key().onBehalfOf(Scope.EVENTS, account.value())).isNotEqualTo(account);
    }

    @Test
    void refusesStrangeIdsOfAnAppsUsers() {
        NewApiKey made = keys.create("app", EnumSet.of(Scope.EVENTS));

        for (String id : new String[] {"", " ", "a b", "line\nbreak", "ü", "x".repeat(65)}) {
            assertThat(refusal(() -> made.key().onBehalfOf(Scope.EVENTS, id))).isInstanceOf(Refusal.Invalid.class);
        }
        assertThat(made.key().onBehalfOf(Scope.EVENTS, "x".repeat(64)).value()).hasSizeLessThanOrEqualTo(128);
    }

    @Test
    void theSecretIsShownOnceAndNeverPrinted() {
        NewApiKey made = keys.create("app", EnumSet.of(Scope.CATALOGUE));

        assertThat(made.secret()).startsWith("mrk_").hasSize(4 + 43);
        assertThat(made.toString()).doesNotContain(made.secret());
        assertThat(keys.list().toString()).doesNotContain(made.secret().substring(4));
        assertThat(keys.verify(made.secret()).keyId()).isEqualTo(made.key().keyId());
    }

    @Test
    void aUseIsNotedAtMostOnceAMinute() {
        NewApiKey made = keys.create("app", EnumSet.of(Scope.CATALOGUE));
        for (int i = 0; i < 100; i++) {
            keys.verify(made.secret());
        }
        assertThat(notes).hasValue(1);

        clock.advance(Duration.ofMinutes(1));
        keys.verify(made.secret());

        assertThat(notes).hasValue(2);
        assertThat(keys.list().getFirst().lastUsedAt()).isEqualTo(clock.instant());
    }
}
