package movierec.testkit.identity;

import java.security.SecureRandom;
import java.time.Instant;
import movierec.identity.Account;
import movierec.identity.Email;
import movierec.identity.Role;
import movierec.identity.Secrets;

/** Builds accounts for tests. */
public final class Identities {
    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Secrets SECRETS = new Secrets(new SecureRandom());

    private Identities() {}

    /** An unconfirmed user with a new id. */
    public static Account account(String email) {
        return new Account(SECRETS.userId(), new Email(email), "hash", Role.USER, false, NOW);
    }
}
