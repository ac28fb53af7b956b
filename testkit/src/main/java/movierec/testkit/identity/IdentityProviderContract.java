package movierec.testkit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import movierec.failure.Refusal;
import movierec.identity.IdentityProvider;
import movierec.identity.IdentityProvider.SignedUp;
import movierec.identity.IssuedTokens;
import org.junit.jupiter.api.Test;

/** What every identity provider does, with new accounts confirmed by mail. */
public abstract class IdentityProviderContract {
    protected static final String EMAIL = "anna@example.org";
    protected static final String PASSWORD = "Tr4velling-light";
    protected static final String OTHER_PASSWORD = "An0ther-one-here";

    protected abstract IdentityProvider provider();

    /** The code in the last mail to an address. */
    protected abstract String lastCode(String email);

    @Test
    void refusesATakenAddress() {
        provider().signUp(EMAIL, PASSWORD);

        assertThatThrownBy(() -> provider().signUp(EMAIL, PASSWORD))
                .isInstanceOfSatisfying(Refusal.Conflict.class, refusal -> assertThat(refusal.code())
                        .isEqualTo("email-taken"));
    }

    @Test
    void refusesAddressAndPasswordAtOnce() {
        assertThatThrownBy(() -> provider().signUp("nobody", "short"))
                .isInstanceOfSatisfying(Refusal.Invalid.class, refusal -> assertThat(refusal.faults())
                        .extracting(Refusal.Fault::pointer)
                        .contains("/email", "/password"));
    }

    @Test
    void refusesAnUnconfirmedAccountThatKnowsItsPassword() {
        provider().signUp(EMAIL, PASSWORD);

        assertThatThrownBy(() -> provider().signIn(EMAIL, PASSWORD, "client"))
                .isInstanceOfSatisfying(Refusal.Forbidden.class, refusal -> assertThat(refusal.code())
                        .isEqualTo("unconfirmed"));
    }

    @Test
    void refusesAWrongPasswordAndAnUnknownAddressAlike() {
        confirmed();

        assertThatThrownBy(() -> provider().signIn(EMAIL, OTHER_PASSWORD, "client"))
                .isInstanceOf(Refusal.Unauthenticated.class)
                .hasMessage("Incorrect username or password");
        assertThatThrownBy(() -> provider().signIn("nobody@example.org", PASSWORD, "client"))
                .isInstanceOf(Refusal.Unauthenticated.class)
                .hasMessage("Incorrect username or password");
    }

    @Test
    void refusesAWrongCodeAndAUsedOne() {
        provider().signUp(EMAIL, PASSWORD);
        String code = lastCode(EMAIL);
        String wrong = code.equals("000000") ? "000001" : "000000";

        assertThatThrownBy(() -> provider().confirm(EMAIL, wrong)).isInstanceOf(Refusal.Invalid.class);
        provider().confirm(EMAIL, code);
        assertThatThrownBy(() -> provider().confirm(EMAIL, code)).isInstanceOf(Refusal.class);
    }

    @Test
    void refusesTokensThatAreNone() {
        assertThatThrownBy(() -> provider().verify(""))
                .isInstanceOf(Refusal.Unauthenticated.class)
                .hasMessage("Not authenticated");
        assertThatThrownBy(() -> provider().verify("made-up")).isInstanceOf(Refusal.Unauthenticated.class);
        assertThatThrownBy(() -> provider().refresh("made-up")).isInstanceOf(Refusal.Unauthenticated.class);
        assertThatThrownBy(() -> provider().refresh("")).isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    void refusesAnIdTokenAsAccessToken() {
        confirmed();
        IssuedTokens tokens = provider().signIn(EMAIL, PASSWORD, "client");

        assertThatThrownBy(() -> provider().verify(tokens.idToken())).isInstanceOf(Refusal.Unauthenticated.class);
    }

    @Test
    void refusesARefreshTokenAfterSignOut() {
        confirmed();
        IssuedTokens tokens = provider().signIn(EMAIL, PASSWORD, "client");

        provider().signOut(tokens.refreshToken());

        assertThatThrownBy(() -> provider().refresh(tokens.refreshToken())).isInstanceOf(Refusal.Unauthenticated.class);
    }

    @Test
    void saysNothingAboutUnknownAddresses() {
        provider().forgot("nobody@example.org");
        provider().resend("nobody@example.org");
        provider().signOut("made-up");

        assertThatThrownBy(() -> provider().reset("nobody@example.org", "123456", PASSWORD))
                .isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    void signsInWhoeverConfirmed() {
        SignedUp signedUp = provider().signUp(EMAIL, PASSWORD);
        provider().confirm(EMAIL, lastCode(EMAIL));

        IssuedTokens tokens = provider().signIn(EMAIL, PASSWORD, "client");

        assertThat(signedUp.confirmed()).isFalse();
        assertThat(tokens.email().typed()).isEqualTo(EMAIL);
        assertThat(tokens.expiresIn()).isPositive();
        assertThat(provider().verify(tokens.accessToken()).userId())
                .isEqualTo(signedUp.profile().userId());
    }

    @Test
    void refreshGivesTokensForTheSameUser() {
        confirmed();
        IssuedTokens first = provider().signIn(EMAIL, PASSWORD, "client");

        IssuedTokens second = provider().refresh(first.refreshToken());

        assertThat(second.accessToken()).isNotEqualTo(first.accessToken());
        assertThat(provider().verify(second.accessToken())).isEqualTo(provider().verify(first.accessToken()));
    }

    @Test
    void aResendVoidsTheCodeBefore() {
        provider().signUp(EMAIL, PASSWORD);
        String first = lastCode(EMAIL);
        provider().resend(EMAIL);
        String second = lastCode(EMAIL);

        if (!first.equals(second)) {
            assertThatThrownBy(() -> provider().confirm(EMAIL, first)).isInstanceOf(Refusal.Invalid.class);
        }
        provider().confirm(EMAIL, second);
        assertThat(provider().signIn(EMAIL, PASSWORD, "client")).isNotNull();
    }

    @Test
    void aForgottenPasswordIsReplaced() {
        confirmed();
        provider().forgot(EMAIL);

        provider().reset(EMAIL, lastCode(EMAIL), OTHER_PASSWORD);

        assertThat(provider().signIn(EMAIL, OTHER_PASSWORD, "client")).isNotNull();
        assertThatThrownBy(() -> provider().signIn(EMAIL, PASSWORD, "client"))
                .isInstanceOf(Refusal.Unauthenticated.class);
    }

    @Test
    void aNewPasswordEndsEverySession() {
        confirmed();
        IssuedTokens tokens = provider().signIn(EMAIL, PASSWORD, "client");
        provider().forgot(EMAIL);

        provider().reset(EMAIL, lastCode(EMAIL), OTHER_PASSWORD);

        assertThatThrownBy(() -> provider().refresh(tokens.refreshToken())).isInstanceOf(Refusal.Unauthenticated.class);
    }

    /** Signs {@link #EMAIL} up and confirms it. */
    protected final SignedUp confirmed() {
        SignedUp signedUp = provider().signUp(EMAIL, PASSWORD);
        provider().confirm(EMAIL, lastCode(EMAIL));
        return signedUp;
    }
}
