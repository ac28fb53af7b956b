package movierec.testkit.identity;

import movierec.identity.Confirmation;
import movierec.identity.IdentityProvider;

/** The built-in provider keeps the contract of identity providers. */
final class LocalIdentityTest extends IdentityProviderContract {
    private final LocalIdentityFixture fixture = new LocalIdentityFixture(Confirmation.MAIL);

    @Override
    protected IdentityProvider provider() {
        return fixture.identity;
    }

    @Override
    protected String lastCode(String email) {
        return fixture.mail.lastCode(email);
    }
}
