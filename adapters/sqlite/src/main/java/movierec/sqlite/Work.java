package movierec.sqlite;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import movierec.failure.OutsideFailure;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jspecify.annotations.Nullable;

/** Something a caller hands to a connection's own thread and waits for. */
final class Work<T> {
    private final HandleCallback<T, SQLException> callback;
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private final AtomicBoolean claimed = new AtomicBoolean();

    /** Set by the connection's thread and read by it only; the caller sees what {@link #complete()} publishes. */
    private @Nullable T value;

    private @Nullable Throwable failure;

    Work(HandleCallback<T, SQLException> callback) {
        this.callback = callback;
    }

    /** True for the first who asks: the thread that will do the work, or the caller who gives up waiting. */
    boolean claim() {
        return claimed.compareAndSet(false, true);
    }

    /** Does the work and keeps its outcome for {@link #complete()}; false when it failed. */
    boolean run(Handle handle) {
        try {
            value = callback.withHandle(handle);
            return true;
        } catch (Throwable thrown) { // whatever it is, it belongs to the caller and not to this thread
            failure = thrown;
            return false;
        }
    }

    @Nullable
    Throwable failure() {
        return failure;
    }

    /** Lets the caller go on with the outcome of {@link #run}. */
    void complete() {
        if (failure != null) {
            result.completeExceptionally(failure);
            return;
        }
        result.complete(value);
    }

    /** Lets the caller go on with a failure, whatever came out of {@link #run}. */
    void fail(Throwable cause) {
        result.completeExceptionally(cause);
    }

    /**
     * Waits for the outcome. Patience ends the wait for a turn only: work that has begun is waited for to its end,
     * because only then is known whether it was done.
     */
    T await(Duration patience) throws Throwable {
        try {
            return result.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            if (claim()) {
                throw new OutsideFailure("sqlite", "too busy, no turn within " + patience, true, late);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            if (claim()) {
                throw new OutsideFailure("sqlite", "interrupted while waiting for a turn", true, interrupted);
            }
        } catch (ExecutionException failed) {
            throw causeOf(failed);
        }
        try {
            return result.join();
        } catch (CompletionException failed) {
            throw causeOf(failed);
        }
    }

    private static Throwable causeOf(Exception wrapper) {
        Throwable cause = wrapper.getCause();
        return cause != null ? cause : wrapper;
    }
}
