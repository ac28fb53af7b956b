package movierec.testkit.identity;

import static movierec.testkit.identity.LocalIdentityFixture.EMAIL;
import static movierec.testkit.identity.LocalIdentityFixture.OTHER_PASSWORD;
import static movierec.testkit.identity.LocalIdentityFixture.PASSWORD;
import static movierec.testkit.identity.LocalIdentityFixture.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import movierec.failure.Refusal;
import movierec.identity.Confirmation;
import movierec.identity.Email;
import movierec.identity.IdentityProvider.SignedUp;
import movierec.identity.Profile;
import movierec.identity.Role;
import org.junit.jupiter.api.Test;

final class SignUpTest {
    @Test
    void confirmationByMailNeedsAMailServer() {
        assertThatThrownBy(() -> LocalIdentityFixture.withoutMail(Confirmation.MAIL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mail server");
    }

    @Test
    void storesNothingOfARefusedSignUp() {
        LocalIdentityFixture fixture = new LocalIdentityFixture(Confirmation.AUTO);

        refusal(() -> fixture.identity.signUp(EMAIL, "password"));

        assertThat(fixture.store.list(0, 10)).isEmpty();
    }

    @Test
    void aCodeIsWorthNothingAfterFiveWrongOnes() {
        LocalIdentityFixture fixture = new LocalIdentityFixture(Confirmation.MAIL);
        fixture.identity.signUp(EMAIL, PASSWORD);
        String code = fixture.mail.lastCode(EMAIL);
        for (int i = 0; i < 5; i++) {
            assertThat(refusal(() -> fixture.identity.confirm(EMAIL, wrong(code))))
                    .isInstanceOf(Refusal.Invalid.class);
        }

        Refusal refusal = refusal(() -> fixture.identity.confirm(EMAIL, code));

        assertThat(refusal.reason()).isEqualTo("code is wrong or no longer valid; please ask for a new one");
    }

    @Test
    void aCodeWorksAfterFourWrongOnes() {
        LocalIdentityFixture fixture = new LocalIdentityFixture(Confirmation.MAIL);
        fixture.identity.signUp(EMAIL, PASSWORD);
        String code = fixture.mail.lastCode(EMAIL);
        for (int i = 0; i < 4; i++) {
            refusal(() -> fixture.identity.confirm(EMAIL, wrong(code)));
        }

        fixture.identity.confirm(EMAIL, " " + code + " ");

        assertThat(fixture.store.find(new Email(EMAIL)).orElseThrow().confirmed())
                .isTrue();
    }

    @Test
    void aCodeExpiresAfterFifteenMinutes() {
        LocalIdentityFixture fixture = new LocalIdentityFixture(Confirmation.MAIL);
        fixture.identity.signUp(EMAIL, PASSWORD);
        fixture.clock.advance(Duration.ofMinutes(15));

        assertThat(refusal(() -> fixture.identity.confirm(EMAIL, fixture.mail.lastCode(EMAIL))))
                .isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    void namesEveryFaultOfAReset() {
        LocalIdentityFixture fixture = new LocalIdentityFixture(Confirmation.MAIL);

        assertThat(refusal(() -> fixture.identity.reset("anna", "12345", "short")))
                .isInstanceOfSatisfying(Refusal.Invalid.class, invalid -> assertThat(invalid.faults())
                        .containsExactly(
                                Refusal.Fault.pointer("/code", "must have six digits"),
                                Refusal.Fault.pointer("/email", "must be a valid e-mail address"),
                                Refusal.Fault.pointer("/password", "must have at least 8 characters")));
        assertThat(refusal(() -> fixture.identity.confirm(EMAIL, "x".repeat(1_000_000)))
                        .reason())
                .isEqualTo("code must have six digits");
    }

    @Test
    void comparesCodesWithAHashWhereThereIsNoAccountToo() {
        LocalIdentityFixture fixture = new LocalIdentityFixture(Confirmation.MAIL);

        refusal(() -> fixture.identity.confirm(EMAIL, "123456"));
        refusal(() -> fixture.identity.reset(EMAIL, "123456", PASSWORD));

        assertThat(fixture.hasher.compared()).hasSize(2);
    }

    @Test
    void aCodeIsNotStoredAsItIs() {
        LocalIdentityFixture fixture = new LocalIdentityFixture(Confirmation.MAIL);
        fixture.identity.signUp(EMAIL, PASSWORD);
        String code = fixture.mail.lastCode(EMAIL);

        fixture.identity.confirm(EMAIL, code);

        assertThat(fixture.hasher.compared()).contains(fixture.hasher.hash(code));
    }

    @Test
    void codesAreNotMailedWithoutEnd() {
        LocalIdentityFixture fixture = new LocalIdentityFixture(Confirmation.MAIL);
        fixture.identity.signUp(EMAIL, PASSWORD);
        for (int i = 0; i < 3; i++) {
            fixture.identity.resend(EMAIL);
            fixture.identity.resend("nobody@example.org");
        }

        assertThat(refusal(() -> fixture.identity.resend(EMAIL))).isInstanceOf(Refusal.TooMany.class);
        assertThat(refusal(() -> fixture.identity.forgot(EMAIL))).isInstanceOf(Refusal.TooMany.class);
        assertThat(refusal(() -> fixture.identity.resend("nobody@example.org"))).isInstanceOf(Refusal.TooMany.class);
        assertThat(fixture.mail.sent()).hasSize(4);
    }

    @Test
    void aConfirmedAccountGetsNoMoreCodes() {
        LocalIdentityFixture fixture = new LocalIdentityFixture(Confirmation.MAIL);
        fixture.identity.signUp(EMAIL, PASSWORD);
        fixture.identity.confirm(EMAIL, fixture.mail.lastCode(EMAIL));

        fixture.identity.resend(EMAIL);

        assertThat(fixture.mail.sent()).hasSize(1);
    }

    @Test
    void aResetCodeConfirmsNothing() {
        LocalIdentityFixture fixture = new LocalIdentityFixture(Confirmation.MAIL);
        fixture.identity.signUp(EMAIL, PASSWORD);
        fixture.identity.forgot(EMAIL);

        assertThat(refusal(() -> fixture.identity.confirm(EMAIL, fixture.mail.lastCode(EMAIL))))
                .isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    void whoeverSetsANewPasswordByMailIsConfirmed() {
        LocalIdentityFixture fixture = new LocalIdentityFixture(Confirmation.MAIL);
        fixture.identity.signUp(EMAIL, PASSWORD);
        fixture.identity.forgot(EMAIL);

        fixture.identity.reset(EMAIL, fixture.mail.lastCode(EMAIL), OTHER_PASSWORD);

        assertThat(fixture.identity.signIn(EMAIL, OTHER_PASSWORD, "client")).isNotNull();
    }

    @Test
    void aNewPasswordByMailDoesNotReplaceTheAdminsConsent() {
        LocalIdentityFixture fixture = new LocalIdentityFixture(Confirmation.ADMIN);
        fixture.identity.signUp("first@example.org", PASSWORD);
        fixture.identity.signUp(EMAIL, PASSWORD);
        fixture.identity.forgot(EMAIL);
        fixture.identity.reset(EMAIL, fixture.mail.lastCode(EMAIL), OTHER_PASSWORD);

        assertThat(refusal(() -> fixture.identity.signIn(EMAIL, OTHER_PASSWORD, "client"))
                        .code())
                .isEqualTo("unconfirmed");
        fixture.identity.accounts().confirm(EMAIL);
        assertThat(fixture.identity.signIn(EMAIL, OTHER_PASSWORD, "client")).isNotNull();
    }

    @Test
    void aForgottenPasswordIsNotPromisedAMailThatCannotBeSent() {
        LocalIdentityFixture fixture = LocalIdentityFixture.withoutMail(Confirmation.AUTO);

        assertThat(refusal(() -> fixture.identity.forgot(EMAIL)).code()).isEqualTo("mail-not-set-up");
        assertThat(refusal(() -> fixture.identity.forgot("nobody@example.org")).code())
                .isEqualTo("mail-not-set-up");
    }

    @Test
    void theFirstAccountIsAdminAndNobodyElse() {
        LocalIdentityFixture fixture = new LocalIdentityFixture(Confirmation.AUTO);

        List<SignedUp> signedUp = Together.call(8, i -> fixture.identity.signUp("user" + i + "@example.org", PASSWORD));

        assertThat(signedUp).filteredOn(s -> s.role() == Role.ADMIN).hasSize(1);
        assertThat(signedUp).allMatch(SignedUp::confirmed);
    }

    @Test
    void theFirstAdminNeedsNoAdminToComeIn() {
        LocalIdentityFixture fixture = LocalIdentityFixture.withoutMail(Confirmation.ADMIN);

        assertThat(fixture.identity.signUp(EMAIL, PASSWORD).confirmed()).isTrue();
        assertThat(fixture.identity.signUp("ben@example.org", PASSWORD).confirmed())
                .isFalse();
    }

    @Test
    void theProfileIsThereWithTheAccount() {
        LocalIdentityFixture fixture = new LocalIdentityFixture(Confirmation.AUTO);

        Profile profile =
                fixture.identity.signUp(" Anna@example.org ", PASSWORD).profile();

        assertThat(profile.email().typed()).isEqualTo("Anna@example.org");
        assertThat(profile.createdAt()).isEqualTo(Identities.NOW);
        assertThat(fixture.identity.accounts().profile(profile.userId())).isEqualTo(profile);
    }

    @Test
    void anOperatorCanPromoteAndSetAPassword() {
        LocalIdentityFixture fixture = LocalIdentityFixture.withoutMail(Confirmation.AUTO);
        fixture.identity.accounts().create("first@example.org", PASSWORD);
        fixture.identity.accounts().create(EMAIL, PASSWORD);

        assertThat(fixture.identity.accounts().promote("ANNA@example.org").role())
                .isEqualTo(Role.ADMIN);
        fixture.identity.accounts().setPassword(EMAIL, OTHER_PASSWORD);

        assertThat(fixture.identity.signIn(EMAIL, OTHER_PASSWORD, "client")).isNotNull();
        assertThat(refusal(() -> fixture.identity.accounts().promote("nobody@example.org")))
                .isInstanceOf(Refusal.NotFound.class);
        assertThat(refusal(() -> fixture.identity.accounts().promote("nonsense")))
                .isInstanceOf(Refusal.NotFound.class);
    }

    private static String wrong(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }
}
