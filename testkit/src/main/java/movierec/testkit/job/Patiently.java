package movierec.testkit.job;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what happens on another thread, where nothing else can be waited for. */
public final class Patiently {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN = Duration.ofMillis(10);

    private Patiently() {}

    /** Returns as soon as it is so, and fails when it does not become so. */
    public static void await(BooleanSupplier isSo) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("It did not happen within " + PATIENCE.toSeconds() + " s");
            }
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
    }
}
