package movierec.app;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import movierec.failure.OutsideFailure;
import movierec.vector.TextEncoder;
import org.jspecify.annotations.Nullable;

/** An encoder that is loaded when it is first wanted. One that cannot be loaded is not tried again. Thread-safe. */
final class LateEncoder implements Supplier<Optional<TextEncoder>>, AutoCloseable {
    private final Supplier<TextEncoder> loading;
    private final AtomicBoolean isAsked = new AtomicBoolean();
    /** Null until loaded. */
    private volatile @Nullable TextEncoder loaded;
    /** Null unless loading failed. */
    private volatile @Nullable OutsideFailure failed;

    private boolean closed;

    LateEncoder(Supplier<TextEncoder> loading) {
        this.loading = loading;
    }

    /** The encoder if it is there; if not, it is loaded behind the answers, and this is not waited for. */
    @Override
    public Optional<TextEncoder> get() {
        TextEncoder encoder = loaded;
        if (encoder == null && failed == null && isAsked.compareAndSet(false, true)) {
            Thread.ofPlatform().name("encoder-loading").daemon().start(this::load);
        }
        return Optional.ofNullable(encoder);
    }

    /**
     * Loads it first where it is not there yet.
     *
     * @throws OutsideFailure when it cannot be loaded, now or before
     */
    TextEncoder await() {
        load();
        TextEncoder encoder = loaded;
        if (encoder != null) {
            return encoder;
        }
        OutsideFailure failure = failed;
        if (failure != null) {
            throw failure;
        }
        throw new OutsideFailure("text-vectors", "the encoder is closed", false, new IllegalStateException("closed"));
    }

    boolean isUnusable() {
        return failed != null;
    }

    private synchronized void load() {
        if (closed || loaded != null || failed != null) {
            return;
        }
        try {
            loaded = loading.get();
        } catch (OutsideFailure failure) {
            failed = failure;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        TextEncoder encoder = loaded;
        if (encoder != null) {
            encoder.close();
        }
    }
}
