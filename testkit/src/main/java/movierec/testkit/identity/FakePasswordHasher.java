package movierec.testkit.identity;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import movierec.identity.PasswordHasher;

/** A hasher that hides nothing, takes no time, and remembers which hashes were compared. */
public final class FakePasswordHasher implements PasswordHasher {
    private final List<String> compared = new CopyOnWriteArrayList<>();
    private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
    private final AtomicInteger strength = new AtomicInteger(1);

    @Override
    public String hash(String password) {
        return strength + ":" + password;
    }

    @Override
    public boolean matches(String password, String hash) {
        compared.add(hash);
        meanwhile.getAndSet(() -> {}).run();
        return hash.substring(hash.indexOf(':') + 1).equals(password);
    }

    @Override
    public boolean needsRehash(String hash) {
        return !hash.startsWith(strength + ":");
    }

    /** Has something happen while the next password is being compared. */
    public void meanwhile(Runnable happening) {
        meanwhile.set(happening);
    }

    /** Makes every earlier hash one that needs a rehash. */
    public void strengthen() {
        strength.incrementAndGet();
    }

    /** The hashes that passwords were compared with, in order. */
    public List<String> compared() {
        return List.copyOf(compared);
    }
}
