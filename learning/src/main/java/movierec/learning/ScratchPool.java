package movierec.learning;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Working memory that is used again instead of being allocated for every request. Not kept by thread: a server has a new
 * virtual thread for each request. Holds as many as are ever in use at once, up to a bound. Thread-safe.
 */
final class ScratchPool<T> {
    private static final int MOST_IDLE = 32;

    private final AtomicReferenceArray<@Nullable T> idle = new AtomicReferenceArray<>(MOST_IDLE);
    private final Supplier<T> fresh;

    ScratchPool(Supplier<T> fresh) {
        this.fresh = fresh;
    }

    /** Working memory that nobody else uses until it is given back; what it holds is left over from its last use. */
    T take() {
        for (int slot = 0; slot < MOST_IDLE; slot++) {
            T found = idle.get(slot);
            if (found != null && idle.compareAndSet(slot, found, null)) {
                return found;
            }
        }
        return fresh.get();
    }

    /** As {@link #take()}, if possible one that fits. The test runs while others may write to what it looks at. */
    T take(Predicate<T> fits) {
        for (int slot = 0; slot < MOST_IDLE; slot++) {
            T found = idle.get(slot);
            if (found != null && fits.test(found) && idle.compareAndSet(slot, found, null)) {
                return found;
            }
        }
        return take();
    }

    void give(T used) {
        for (int slot = 0; slot < MOST_IDLE; slot++) {
            if (idle.get(slot) == null && idle.compareAndSet(slot, null, used)) {
                return;
            }
        }
    }
}
