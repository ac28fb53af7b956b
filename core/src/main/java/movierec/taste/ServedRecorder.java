package movierec.taste;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import movierec.failure.OutsideFailure;
import movierec.identity.UserId;

/**
 * Writes served lists behind the answers (EVT-3): {@link #record} never waits. When the store cannot keep up, lists are
 * dropped and counted, for an answer is worth more than its log. Thread-safe.
 */
public final class ServedRecorder implements AutoCloseable {
    private static final int MAX_WAITING = 10_000;
    private static final int BATCH = 500;
    private static final long PAUSE_MILLIS = 100;
    private static final long CLOSING_MILLIS = 5_000;

    private final ServedLog log;
    private final Consumer<String> warnings;
    private final BlockingQueue<ServedLog.Entry> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
    private final AtomicLong dropped = new AtomicLong();
    private final Object writing = new Object();
    private final Thread writer;
    private volatile boolean closing;

    public ServedRecorder(ServedLog log, Consumer<String> warnings) {
        this.log = log;
        this.warnings = warnings;
        this.writer = Thread.ofPlatform().name("served-recorder").daemon().start(this::write);
    }

    public void record(UserId user, ServedList list) {
        if (!waiting.offer(new ServedLog.Entry(user, list))) {
            dropped.incrementAndGet();
        }
    }

    /** How many lists were dropped since the start. */
    public long dropped() {
        return dropped.get();
    }

    /** Drops what still waits of a user; when this returns nothing of it is being written. For erasure. */
    public void forget(UserId user) {
        synchronized (writing) {
            waiting.removeIf(entry -> entry.user().equals(user));
        }
    }

    private void write() {
        try {
            while (!closing || !waiting.isEmpty()) {
                if (!writeBatch()) {
                    Thread.sleep(PAUSE_MILLIS);
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** False when there was nothing to write. */
    private boolean writeBatch() {
        synchronized (writing) {
            List<ServedLog.Entry> batch = new ArrayList<>(BATCH);
            waiting.drainTo(batch, BATCH);
            if (!batch.isEmpty()) {
                append(batch);
            }
            return !batch.isEmpty();
        }
    }

    private void append(List<ServedLog.Entry> batch) {
        try {
            log.append(batch);
        } catch (OutsideFailure failure) {
            dropped.addAndGet(batch.size());
            warnings.accept("Served lists were not logged: " + failure.getMessage());
        }
    }

    /** Writes what waits, for a few seconds at most. */
    @Override
    public void close() {
        closing = true;
        try {
            writer.join(CLOSING_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
