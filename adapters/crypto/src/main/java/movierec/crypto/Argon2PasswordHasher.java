package movierec.crypto;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import movierec.failure.Refusal;
import movierec.identity.PasswordHasher;
import org.jspecify.annotations.Nullable;

/**
 * Argon2id (RFC 9106), pure Java. Every hash takes tens of milliseconds of a processor and {@code memoryKib} of memory,
 * so few run at once and the others wait for a while.
 */
public final class Argon2PasswordHasher implements PasswordHasher {
    /** The parameters OWASP's Password Storage Cheat Sheet recommends: 19 MiB, two passes, one lane. */
    public static final Argon2Parameters OWASP = new Argon2Parameters(19_456, 2, 1);

    private static final int SALT_BYTES = 16;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final Argon2Parameters parameters;
    private final SecureRandom random;
    private final Semaphore permits;
    private final Duration longestWait;

    /**
     * @param concurrency how many hashes may be computed at once
     * @param longestWait how long a caller waits for its turn before it is refused
     */
    public Argon2PasswordHasher(
            Argon2Parameters parameters, SecureRandom random, int concurrency, Duration longestWait) {
        this.parameters = parameters;
        this.random = random;
        this.permits = new Semaphore(concurrency, true);
        this.longestWait = longestWait;
    }

    /** The recommended parameters, as many hashes at once as there are processors, up to ten seconds of waiting. */
    public static Argon2PasswordHasher recommended(SecureRandom random) {
        int processors = Runtime.getRuntime().availableProcessors();
        return new Argon2PasswordHasher(OWASP, random, processors, Duration.ofSeconds(10));
    }

    @Override
    public String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new Argon2Hash(parameters, salt, compute(password, parameters, salt, Argon2Hash.BYTES)).text();
    }

    @Override
    public boolean matches(String password, String hash) {
        Argon2Hash stored = Argon2Hash.parse(hash);
        byte[] computed = compute(password, stored.parameters(), stored.salt(), stored.hash().length);
        return MessageDigest.isEqual(computed, stored.hash());
    }

    @Override
    public boolean needsRehash(String hash) {
        Argon2Hash stored = Argon2Hash.parse(hash);
        return !stored.parameters().equals(parameters) || stored.hash().length != Argon2Hash.BYTES;
    }

    private byte[] compute(String password, Argon2Parameters with, byte[] salt, int bytes) {
        try {
            if (!permits.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS)) {
                throw overloaded();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw overloaded();
        }
        try {
            return onItsOwnThread(new FutureTask<>(() -> Argon2Hash.compute(password, with, salt, bytes)));
        } finally {
            permits.release();
        }
    }

    /**
     * Runs on a platform thread: a virtual one would keep its carrier, and every other request with it, waiting until the
     * hash is done. Starting a thread costs less than a hundredth of a hash.
     */
    private static byte[] onItsOwnThread(FutureTask<byte[]> task) {
        Thread.ofPlatform().daemon().name("argon2").start(task);
        boolean interrupted = false;
        byte @Nullable [] result = null;
        while (result == null) {
            try {
                result = task.get();
            } catch (InterruptedException e) {
                // The permit must not be given back before the memory is.
                interrupted = true;
            } catch (ExecutionException e) {
                throw new IllegalStateException("Argon2 failed", e.getCause());
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return result;
    }

    private static Refusal overloaded() {
        return new Refusal.NotReady("Too many people are signing in just now; please try again", RETRY_AFTER);
    }
}
