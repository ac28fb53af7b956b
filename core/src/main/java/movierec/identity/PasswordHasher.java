package movierec.identity;

/**
 * Turns passwords into slow, salted hashes. Thread-safe; refuses with {@code NotReady} when overloaded rather than
 * exhausting the memory.
 */
public interface PasswordHasher {
    /** A hash with its algorithm, parameters and salt in it. */
    String hash(String password);

    /** Whether it is the password; compares in constant time. */
    boolean matches(String password, String hash);

    /** Whether the hash was made with other parameters than {@link #hash} would use now. */
    boolean needsRehash(String hash);
}
