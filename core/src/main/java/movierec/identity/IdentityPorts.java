package movierec.identity;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/**
 * What {@link LocalIdentity} stands on.
 *
 * @param background runs what a client must not wait for, such as looking up and mailing a code, so that the time to the
 *     answer does not tell whether there is an account; it must report what its tasks throw
 */
public record IdentityPorts(
        AccountStore accounts,
        SessionStore sessions,
        CodeStore codes,
        PasswordHasher hasher,
        TokenSigner signer,
        MailSender mail,
        SecureRandom random,
        InstantSource clock,
        Executor background) {}
