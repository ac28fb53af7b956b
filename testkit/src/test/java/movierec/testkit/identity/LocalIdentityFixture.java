package movierec.testkit.identity;

import static org.assertj.core.api.Assertions.catchThrowable;

import java.security.SecureRandom;
import java.util.Optional;
import movierec.failure.Refusal;
import movierec.identity.Confirmation;
import movierec.identity.IdentityPorts;
import movierec.identity.LocalIdentity;
import movierec.identity.MailSender;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The built-in provider on in-memory ports, with its clock, mails and hasher at hand. */
final class LocalIdentityFixture {
    static final String EMAIL = "anna@example.org";
    static final String PASSWORD = "Tr4velling-light";
    static final String OTHER_PASSWORD = "An0ther-one-here";

    final SettableClock clock = new SettableClock(Identities.NOW);
    final InMemoryIdentityStore store = new InMemoryIdentityStore();
    final FakePasswordHasher hasher = new FakePasswordHasher();
    final RecordingMailSender mail = new RecordingMailSender();
    final LocalIdentity identity;

    LocalIdentityFixture(Confirmation confirmation) {
        this(confirmation, Optional.empty());
    }

    private LocalIdentityFixture(Confirmation confirmation, Optional<MailSender> sender) {
        IdentityPorts ports = new IdentityPorts(
                store,
                store,
                store,
                hasher,
                new FakeTokenSigner(clock),
                sender.orElse(mail),
                new SecureRandom(),
                clock,
                Runnable::run);
        identity = new LocalIdentity(ports, confirmation);
    }

    static LocalIdentityFixture withoutMail(Confirmation confirmation) {
        return new LocalIdentityFixture(confirmation, Optional.of(MailSender.NONE));
    }

    /** The refusal that a call ends in. */
    static Refusal refusal(ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        if (thrown instanceof Refusal refusal) {
            return refusal;
        }
        throw new AssertionError("Expected a refusal, not " + thrown, thrown);
    }
}
