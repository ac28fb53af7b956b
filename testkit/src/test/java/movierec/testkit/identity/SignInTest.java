package movierec.testkit.identity;

import static movierec.testkit.identity.LocalIdentityFixture.EMAIL;
import static movierec.testkit.identity.LocalIdentityFixture.OTHER_PASSWORD;
import static movierec.testkit.identity.LocalIdentityFixture.PASSWORD;
import static movierec.testkit.identity.LocalIdentityFixture.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import movierec.failure.Refusal;
import movierec.identity.Confirmation;
import movierec.identity.Email;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SignInTest {
    private final LocalIdentityFixture fixture = new LocalIdentityFixture(Confirmation.AUTO);

    @BeforeEach
    void signUp() {
        fixture.identity.signUp(EMAIL, PASSWORD);
    }

    @Test
    void comparesWithAHashForUnknownAddressesToo() {
        int before = fixture.hasher.compared().size();

        refusal(() -> fixture.identity.signIn("nobody@example.org", PASSWORD, "client"));

        List<String> compared = fixture.hasher.compared();
        assertThat(compared).hasSize(before + 1);
        assertThat(fixture.hasher.needsRehash(compared.getLast())).isFalse();
    }

    @Test
    void namesEveryMissingField() {
        Refusal refusal = refusal(() -> fixture.identity.signIn("", "", "client"));

        assertThat(refusal).isInstanceOfSatisfying(Refusal.Invalid.class, invalid -> assertThat(invalid.faults())
                .containsExactly(
                        Refusal.Fault.pointer("/email", "is missing"),
                        Refusal.Fault.pointer("/password", "is missing")));
    }

    @Test
    void comparesNoPasswordOfExcessiveLength() {
        int before = fixture.hasher.compared().size();

        Refusal refusal = refusal(() -> fixture.identity.signIn(EMAIL, "x".repeat(5_000_000), "client"));

        assertThat(refusal).isInstanceOf(Refusal.Invalid.class);
        assertThat(fixture.hasher.compared()).hasSize(before);
    }

    @Test
    void locksAnAddressAfterFiveWrongPasswordsWhoeverAsks() {
        for (int i = 0; i < 5; i++) {
            String client = "client" + i;
            refusal(() -> fixture.identity.signIn(EMAIL, OTHER_PASSWORD, client));
        }

        assertThat(refusal(() -> fixture.identity.signIn("ANNA@example.org", PASSWORD, "another")))
                .isInstanceOfSatisfying(Refusal.TooMany.class, refusal -> assertThat(refusal.retryAfter())
                        .isEqualTo(Duration.ofSeconds(5)));
    }

    @Test
    void aGuessThatEndsAfterTheLockLearnsNothing() {
        fixture.hasher.meanwhile(() -> {
            for (int i = 0; i < 5; i++) {
                refusal(() -> fixture.identity.signIn(EMAIL, OTHER_PASSWORD, "client"));
            }
        });

        assertThat(refusal(() -> fixture.identity.signIn(EMAIL, PASSWORD, "client")))
                .isInstanceOf(Refusal.TooMany.class);
    }

    @Test
    void noSessionOpensWithAPasswordReplacedMeanwhile() {
        fixture.hasher.meanwhile(() -> fixture.identity.accounts().setPassword(EMAIL, OTHER_PASSWORD));

        assertThat(refusal(() -> fixture.identity.signIn(EMAIL, PASSWORD, "client")))
                .isInstanceOf(Refusal.Unauthenticated.class);
    }

    @Test
    void everyFurtherFailureDoublesTheLock() {
        for (int i = 0; i < 5; i++) {
            refusal(() -> fixture.identity.signIn(EMAIL, OTHER_PASSWORD, "client"));
        }
        fixture.clock.advance(Duration.ofSeconds(5));
        refusal(() -> fixture.identity.signIn(EMAIL, OTHER_PASSWORD, "client"));

        assertThat(refusal(() -> fixture.identity.signIn(EMAIL, PASSWORD, "client")))
                .isInstanceOfSatisfying(Refusal.TooMany.class, refusal -> assertThat(refusal.retryAfter())
                        .isEqualTo(Duration.ofSeconds(10)));
    }

    @Test
    void locksUnknownAddressesAlike() {
        for (int i = 0; i < 5; i++) {
            refusal(() -> fixture.identity.signIn("nobody@example.org", PASSWORD, "client"));
        }

        assertThat(refusal(() -> fixture.identity.signIn("nobody@example.org", PASSWORD, "client")))
                .isInstanceOf(Refusal.TooMany.class);
    }

    @Test
    void locksAClientThatTriesManyAddresses() {
        for (int i = 0; i < 50; i++) {
            String email = "user" + i + "@example.org";
            refusal(() -> fixture.identity.signIn(email, PASSWORD, "client"));
        }

        assertThat(refusal(() -> fixture.identity.signIn(EMAIL, PASSWORD, "client")))
                .isInstanceOf(Refusal.TooMany.class);
        assertThat(fixture.identity.signIn(EMAIL, PASSWORD, "another")).isNotNull();
    }

    @Test
    void successForgetsEarlierFailures() {
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 4; i++) {
                refusal(() -> fixture.identity.signIn(EMAIL, OTHER_PASSWORD, "client"));
            }
            assertThat(fixture.identity.signIn(EMAIL, PASSWORD, "client")).isNotNull();
        }
    }

    @Test
    void manySimultaneousSignInsOfOneAccountAllSucceed() {
        List<Object> results = Together.call(20, i -> fixture.identity.signIn(EMAIL, PASSWORD, "client"));

        assertThat(results).hasSize(20).doesNotContainNull();
    }

    @Test
    void hashesAnewWhenTheParametersHaveChanged() {
        String before = fixture.store.find(new Email(EMAIL)).orElseThrow().passwordHash();
        fixture.hasher.strengthen();

        Together.call(8, i -> fixture.identity.signIn(EMAIL, PASSWORD, "client"));

        String after = fixture.store.find(new Email(EMAIL)).orElseThrow().passwordHash();
        assertThat(fixture.hasher.needsRehash(before)).isTrue();
        assertThat(fixture.hasher.needsRehash(after)).isFalse();
        assertThat(fixture.identity.signIn(EMAIL, PASSWORD, "client")).isNotNull();
    }
}
