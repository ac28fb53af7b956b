package movierec.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import movierec.failure.Refusal;
import movierec.identity.CodeStore.StoredCode;

/** Sends six-digit codes by mail and takes them back: each works once, for 15 minutes, and not after five tries. */
final class Codes {
    static final Duration LIFETIME = Duration.ofMinutes(15);
    static final int TRIES = 5;

    private final CodeStore store;
    private final Passwords passwords;
    private final MailSender mail;
    private final Secrets secrets;
    private final InstantSource clock;

    /** @param passwords hashes codes slowly: a fast hash of six digits is undone by trying them all */
    Codes(CodeStore store, Passwords passwords, MailSender mail, Secrets secrets, InstantSource clock) {
        this.store = store;
        this.passwords = passwords;
        this.mail = mail;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Makes a new code, which voids the one before, and mails it. */
    void send(Account account, CodePurpose purpose) {
        String code = secrets.code();
        Instant expiresAt = clock.instant().plus(LIFETIME);
        store.put(account.userId(), purpose, new StoredCode(passwords.hash(code), expiresAt, TRIES));
        mail.send(CodeMails.with(code, account.email(), purpose));
    }

    /** Takes a code back, or refuses it; alike for a wrong, old or used code and for no account. */
    Account redeem(Optional<Account> account, CodePurpose purpose, String code) {
        Optional<StoredCode> stored = account.flatMap(a -> store.takeTry(a.userId(), purpose))
                .filter(c -> clock.instant().isBefore(c.expiresAt()));
        boolean matches = passwords.matches(code.strip(), stored.map(StoredCode::hash));
        if (matches && stored.isPresent()) {
            Account owner = account.orElseThrow();
            if (store.remove(owner.userId(), purpose, stored.get().hash())) {
                return owner;
            }
        }
        throw Refusal.Invalid.field("code", "is wrong or no longer valid; please ask for a new one");
    }
}
