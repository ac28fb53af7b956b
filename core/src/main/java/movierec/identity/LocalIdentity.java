package movierec.identity;

import java.time.Duration;
import movierec.failure.Refusal;

/** The built-in identity provider: accounts, sessions and codes in the own stores. Thread-safe. */
public final class LocalIdentity implements IdentityProvider {
    private static final int FREE_CODES = 3;
    private static final Duration FIRST_CODE_LOCK = Duration.ofMinutes(1);
    private static final Duration LONGEST_CODE_LOCK = Duration.ofHours(1);

    private final IdentityPorts ports;
    private final Accounts accounts;
    private final Sessions sessions;
    private final SignUp signUp;
    private final SignIn signIn;
    private final ResetPassword resetPassword;
    private final TryLimiter codesByEmail;

    public LocalIdentity(IdentityPorts ports, Confirmation confirmation) {
        if (confirmation == Confirmation.MAIL && !ports.mail().canSend()) {
            throw new IllegalArgumentException("Confirmation by mail needs a mail server");
        }
        this.ports = ports;
        Secrets secrets = new Secrets(ports.random());
        Passwords passwords = new Passwords(PasswordPolicy.standard(), ports.hasher(), secrets);
        Codes codes = new Codes(ports.codes(), passwords, ports.mail(), secrets, ports.clock());
        accounts = new Accounts(ports.accounts(), passwords, secrets, ports.clock());
        sessions = new Sessions(ports.sessions(), ports.accounts(), ports.signer(), secrets, ports.clock());
        signUp = new SignUp(confirmation, accounts, ports.accounts(), codes);
        signIn = new SignIn(ports.accounts(), passwords, sessions, ports.clock());
        resetPassword = new ResetPassword(confirmation, ports.accounts(), passwords, codes);
        codesByEmail = new TryLimiter(FREE_CODES, FIRST_CODE_LOCK, LONGEST_CODE_LOCK, ports.clock());
    }

    /** For the admin API and the command line. */
    public Accounts accounts() {
        return accounts;
    }

    /** For the daily clean-up. */
    public Sessions sessions() {
        return sessions;
    }

    @Override
    public SignedUp signUp(String email, String password) {
        return signUp.signUp(email, password);
    }

    @Override
    public void confirm(String email, String code) {
        new Faults().email(email).code(code).refuse();
        signUp.confirm(new Email(email), code);
    }

    @Override
    public void resend(String email) {
        Email address = accept(email);
        refuseTooManyCodes(address);
        ports.background().execute(() -> signUp.resend(address));
    }

    @Override
    public IssuedTokens signIn(String email, String password, String clientAddress) {
        return signIn.signIn(email, password, clientAddress);
    }

    @Override
    public IssuedTokens refresh(String refreshToken) {
        new Faults().present("refreshToken", refreshToken).refuse();
        return sessions.refresh(refreshToken.strip());
    }

    @Override
    public void signOut(String refreshToken) {
        new Faults().present("refreshToken", refreshToken).refuse();
        sessions.end(refreshToken.strip());
    }

    @Override
    public void forgot(String email) {
        Email address = accept(email);
        if (!ports.mail().canSend()) {
            throw new Refusal.Conflict(
                    "mail-not-set-up", "This server cannot send mail; please ask whoever runs it for a new password");
        }
        refuseTooManyCodes(address);
        ports.background().execute(() -> resetPassword.sendCode(address));
    }

    @Override
    public void reset(String email, String code, String newPassword) {
        signIn.unlock(resetPassword.reset(email, code, newPassword));
        sessions.forgetAll();
    }

    @Override
    public VerifiedUser verify(String accessToken) {
        return sessions.verify(accessToken);
    }

    @Override
    public void forget(UserId userId) {
        sessions.forgetAll();
    }

    @Override
    public String jwks() {
        return ports.signer().jwks();
    }

    /** Mailing codes without end would fill mailboxes, and each new code comes with new tries to guess it. */
    private void refuseTooManyCodes(Email email) {
        codesByEmail.refuseWhenLocked(email.key());
        codesByEmail.count(email.key());
    }

    private static Email accept(String email) {
        new Faults().email(email).refuse();
        return new Email(email);
    }
}
