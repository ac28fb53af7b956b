package movierec.testkit.identity;

import static movierec.testkit.identity.Identities.NOW;
import static movierec.testkit.identity.Identities.account;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import movierec.identity.Account;
import movierec.identity.AccountStore;
import movierec.identity.RefreshToken;
import movierec.identity.Role;
import movierec.identity.SessionStore;
import movierec.identity.SessionStore.Rotation;
import movierec.identity.VerifiedUser;
import org.junit.jupiter.api.Test;

/** What every session store does. */
public abstract class SessionStoreContract {
    private static final Instant LATER = NOW.plus(Duration.ofDays(30));

    protected abstract SessionStore sessions();

    /** The accounts the sessions belong to. */
    protected abstract AccountStore accounts();

    /** Erases an account as the erasure of a user does. */
    protected abstract void erase(Account account);

    @Test
    void aTokenThatWasNeverIssuedIsUnknown() {
        assertThat(sessions().rotate("made-up", "next", NOW, LATER)).isEqualTo(new Rotation.Unknown());
        assertThat(sessions().end("made-up")).isFalse();
        assertThat(sessions().user("made-up")).isEmpty();
    }

    @Test
    void reuseOfAnOldTokenEndsTheSession() {
        Account anna = stored("anna@example.org");
        sessions().open(token("first", "session", anna), anna);
        sessions().rotate("first", "second", NOW, LATER);

        Rotation reuse = sessions().rotate("first", "stolen", NOW, LATER);

        assertThat(reuse).isEqualTo(new Rotation.Reused());
        assertThat(sessions().rotate("second", "third", NOW, LATER)).isEqualTo(new Rotation.Unknown());
        assertThat(sessions().rotate("stolen", "third", NOW, LATER)).isEqualTo(new Rotation.Unknown());
        assertThat(sessions().user("session")).isEmpty();
    }

    @Test
    void reuseEndsNoOtherSession() {
        Account anna = stored("anna@example.org");
        sessions().open(token("first", "session", anna), anna);
        sessions().open(token("other", "other session", anna), anna);
        sessions().rotate("first", "second", NOW, LATER);
        sessions().rotate("first", "third", NOW, LATER);

        assertThat(sessions().user("other session")).isPresent();
        assertThat(sessions().rotate("other", "next", NOW, LATER)).isInstanceOf(Rotation.Rotated.class);
    }

    @Test
    void exactlyOneOfManySimultaneousRotationsWins() {
        Account anna = stored("anna@example.org");
        sessions().open(token("first", "session", anna), anna);

        List<Rotation> rotations = Together.call(8, i -> sessions().rotate("first", "next" + i, NOW, LATER));

        assertThat(rotations).filteredOn(Rotation.Rotated.class::isInstance).hasSize(1);
    }

    @Test
    void anExpiredTokenIsUnknown() {
        Account anna = stored("anna@example.org");
        sessions().open(token("first", "session", anna), anna);

        assertThat(sessions().rotate("first", "next", LATER, LATER.plusSeconds(1)))
                .isEqualTo(new Rotation.Unknown());
    }

    @Test
    void opensNothingForAnAccountWhosePasswordHasChangedMeanwhile() {
        Account anna = stored("anna@example.org");
        accounts().replacePassword(anna.userId(), "new hash");

        assertThat(sessions().open(token("first", "session", anna), anna)).isFalse();
        assertThat(sessions().user("session")).isEmpty();
    }

    @Test
    void opensNothingForAnErasedAccount() {
        Account anna = stored("anna@example.org");
        erase(anna);

        assertThat(sessions().open(token("first", "session", anna), anna)).isFalse();
        assertThat(sessions().user("session")).isEmpty();
    }

    @Test
    void rotationStaysInTheSession() {
        Account anna = stored("anna@example.org");
        sessions().open(token("first", "session", anna), anna);

        Rotation rotation = sessions().rotate("first", "second", NOW, LATER);

        assertThat(rotation)
                .isEqualTo(new Rotation.Rotated(new RefreshToken("second", "session", anna.userId(), NOW, LATER)));
        assertThat(sessions().user("session")).contains(new VerifiedUser(anna.userId(), Role.USER));
    }

    @Test
    void aSessionEndsByAnyOfItsTokens() {
        Account anna = stored("anna@example.org");
        sessions().open(token("first", "session", anna), anna);
        sessions().rotate("first", "second", NOW, LATER);

        assertThat(sessions().end("first")).isTrue();
        assertThat(sessions().user("session")).isEmpty();
        assertThat(sessions().rotate("second", "third", NOW, LATER)).isEqualTo(new Rotation.Unknown());
    }

    @Test
    void tellsThePresentRole() {
        Account anna = stored("anna@example.org");
        sessions().open(token("first", "session", anna), anna);

        accounts().update(anna.userId(), a -> a.withRole(Role.ADMIN));

        assertThat(sessions().user("session")).contains(new VerifiedUser(anna.userId(), Role.ADMIN));
    }

    @Test
    void aNewPasswordEndsEverySessionOfTheAccountOnly() {
        Account anna = stored("anna@example.org");
        Account ben = stored("ben@example.org");
        sessions().open(token("a1", "anna 1", anna), anna);
        sessions().open(token("a2", "anna 2", anna), anna);
        sessions().open(token("b", "ben", ben), ben);

        accounts().replacePassword(anna.userId(), "new hash");

        assertThat(accounts().find(anna.userId()).orElseThrow().passwordHash()).isEqualTo("new hash");
        assertThat(sessions().user("anna 1")).isEmpty();
        assertThat(sessions().user("anna 2")).isEmpty();
        assertThat(sessions().user("ben")).isPresent();
    }

    @Test
    void endsAllSessionsOfOneAccount() {
        Account anna = stored("anna@example.org");
        Account ben = stored("ben@example.org");
        sessions().open(token("a1", "anna 1", anna), anna);
        sessions().open(token("a2", "anna 2", anna), anna);
        sessions().open(token("b", "ben", ben), ben);

        assertThat(sessions().endAll(anna.userId())).isEqualTo(2);
        assertThat(sessions().user("anna 1")).isEmpty();
        assertThat(sessions().user("ben")).isPresent();
    }

    @Test
    void erasureEndsTheSessions() {
        Account anna = stored("anna@example.org");
        sessions().open(token("first", "session", anna), anna);

        erase(anna);

        assertThat(sessions().user("session")).isEmpty();
        assertThat(sessions().rotate("first", "second", NOW, LATER)).isEqualTo(new Rotation.Unknown());
    }

    @Test
    void forgetsExpiredTokensOnly() {
        Account anna = stored("anna@example.org");
        sessions().open(token("first", "session", anna), anna);
        sessions().rotate("first", "second", NOW, LATER.plusSeconds(60));

        assertThat(sessions().deleteExpired(LATER)).isZero();
        assertThat(sessions().deleteExpired(LATER.plusSeconds(1))).isEqualTo(1);
        assertThat(sessions().user("session")).isPresent();
    }

    private Account stored(String email) {
        Account account = account(email);
        return accounts().create(account, account).orElseThrow();
    }

    private static RefreshToken token(String hash, String sessionId, Account account) {
        return new RefreshToken(hash, sessionId, account.userId(), NOW, LATER);
    }
}
