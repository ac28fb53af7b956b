package movierec.identity;

import java.util.Optional;

/** Accepts, hashes and checks passwords, and hashes and checks codes like them. Thread-safe. */
public final class Passwords {
    private final PasswordPolicy policy;
    private final PasswordHasher hasher;
    private final Secrets secrets;
    private String hashOfNobody = "";

    public Passwords(PasswordPolicy policy, PasswordHasher hasher, Secrets secrets) {
        this.policy = policy;
        this.hasher = hasher;
        this.secrets = secrets;
    }

    /** Adds what is wrong with an address and with a new password that belongs to it. */
    void check(String email, String newPassword, Faults faults) {
        faults.email(email);
        policy.faults(newPassword, email).forEach(why -> faults.add("password", why));
    }

    public String hash(String secret) {
        return hasher.hash(secret);
    }

    /**
     * Whether a password or code is the one with this hash. Without a hash it compares with that of a secret nobody has:
     * the answer must not come sooner where there is no account.
     */
    public boolean matches(String secret, Optional<String> hash) {
        return hasher.matches(secret, hash.orElseGet(this::hashOfNobody));
    }

    public boolean needsRehash(Account account) {
        return hasher.needsRehash(account.passwordHash());
    }

    /** Made when first needed, to start sooner. */
    private synchronized String hashOfNobody() {
        if (hashOfNobody.isEmpty()) {
            hashOfNobody = hasher.hash(secrets.token());
        }
        return hashOfNobody;
    }
}
