package movierec.testkit.identity;

import static movierec.testkit.identity.LocalIdentityFixture.EMAIL;
import static movierec.testkit.identity.LocalIdentityFixture.PASSWORD;
import static movierec.testkit.identity.LocalIdentityFixture.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.List;
import movierec.failure.Refusal;
import movierec.identity.Confirmation;
import movierec.identity.IssuedTokens;
import movierec.identity.RefreshToken;
import movierec.identity.Role;
import movierec.identity.Secrets;
import movierec.identity.UserId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SessionsTest {
    private final LocalIdentityFixture fixture = new LocalIdentityFixture(Confirmation.AUTO);
    private IssuedTokens tokens = anna();

    private IssuedTokens anna() {
        fixture.identity.signUp("admin@example.org", PASSWORD);
        fixture.identity.signUp(EMAIL, PASSWORD);
        return fixture.identity.signIn(EMAIL, PASSWORD, "client");
    }

    @BeforeEach
    void sessionIsRemembered() {
        assertThat(fixture.identity.verify(tokens.accessToken()).role()).isEqualTo(Role.USER);
    }

    @Test
    void aReplayedRefreshTokenEndsTheSessionWithItsAccessTokens() {
        IssuedTokens second = fixture.identity.refresh(tokens.refreshToken());

        assertThat(refusal(() -> fixture.identity.refresh(tokens.refreshToken())))
                .isInstanceOf(Refusal.Unauthenticated.class);

        assertThat(refusal(() -> fixture.identity.refresh(second.refreshToken())))
                .isInstanceOf(Refusal.Unauthenticated.class);
        assertThat(refusal(() -> fixture.identity.verify(second.accessToken())))
                .isInstanceOf(Refusal.Unauthenticated.class);
        assertThat(refusal(() -> fixture.identity.verify(tokens.accessToken())))
                .isInstanceOf(Refusal.Unauthenticated.class);
    }

    @Test
    void ofManySimultaneousRefreshesOneWins() {
        List<Boolean> won = Together.call(8, i -> {
            try {
                fixture.identity.refresh(tokens.refreshToken());
                return true;
            } catch (Refusal.Unauthenticated lost) {
                return false;
            }
        });

        assertThat(won).containsOnlyOnce(true);
    }

    @Test
    void aRefreshTokenExpiresAfterThirtyDays() {
        fixture.clock.advance(Duration.ofDays(30));

        assertThat(refusal(() -> fixture.identity.refresh(tokens.refreshToken())))
                .isInstanceOf(Refusal.Unauthenticated.class);
    }

    @Test
    void anAccessTokenExpiresAfterAnHour() {
        fixture.clock.advance(Duration.ofHours(1));

        assertThat(refusal(() -> fixture.identity.verify(tokens.accessToken())))
                .isInstanceOf(Refusal.Unauthenticated.class);
    }

    @Test
    void signingOutStopsTheAccessTokenAtOnce() {
        fixture.identity.signOut(tokens.refreshToken());

        assertThat(refusal(() -> fixture.identity.verify(tokens.accessToken())))
                .isInstanceOf(Refusal.Unauthenticated.class);
    }

    @Test
    void signingOutLeavesOtherDevicesSignedIn() {
        IssuedTokens phone = fixture.identity.signIn(EMAIL, PASSWORD, "phone");

        fixture.identity.signOut(tokens.refreshToken());

        assertThatCode(() -> fixture.identity.verify(phone.accessToken())).doesNotThrowAnyException();
    }

    @Test
    void anErasedAccountsTokensStopAtOnce() {
        UserId anna = fixture.identity.verify(tokens.accessToken()).userId();

        fixture.store.erase(anna);
        fixture.identity.forget(anna);

        assertThat(refusal(() -> fixture.identity.verify(tokens.accessToken())))
                .isInstanceOf(Refusal.Unauthenticated.class);
    }

    @Test
    void whatAnotherProcessErasedOrPromotedIsSeenWithinSeconds() {
        UserId anna = fixture.identity.verify(tokens.accessToken()).userId();
        fixture.store.update(anna, account -> account.withRole(Role.ADMIN));
        fixture.clock.advance(Duration.ofSeconds(2));
        assertThat(fixture.identity.verify(tokens.accessToken()).isAdmin()).isTrue();

        fixture.store.erase(anna);
        fixture.clock.advance(Duration.ofSeconds(2));

        assertThat(refusal(() -> fixture.identity.verify(tokens.accessToken())))
                .isInstanceOf(Refusal.Unauthenticated.class);
    }

    @Test
    void onlyTheHashOfARefreshTokenIsStored() {
        String sessionId = "session";
        UserId anna = fixture.identity.verify(tokens.accessToken()).userId();
        String hash = Secrets.hash("token");
        RefreshToken known =
                new RefreshToken(hash, sessionId, anna, Identities.NOW, Identities.NOW.plus(Duration.ofDays(1)));
        fixture.store.open(known, fixture.store.find(anna).orElseThrow());

        assertThat(fixture.identity.refresh("token").refreshToken()).isNotEqualTo("token");
        assertThat(refusal(() -> fixture.identity.refresh(hash))).isInstanceOf(Refusal.Unauthenticated.class);
    }

    @Test
    void refreshingAgainAndAgainKeepsASessionAlive() {
        for (int i = 0; i < 4; i++) {
            fixture.clock.advance(Duration.ofDays(20));
            tokens = fixture.identity.refresh(tokens.refreshToken());
        }

        assertThat(fixture.identity.verify(tokens.accessToken()).role()).isEqualTo(Role.USER);
        assertThat(fixture.identity.sessions().deleteExpired()).isEqualTo(3);
        assertThat(fixture.identity.refresh(tokens.refreshToken())).isNotNull();
    }
}
