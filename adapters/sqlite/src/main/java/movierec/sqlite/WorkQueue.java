package movierec.sqlite;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import movierec.failure.OutsideFailure;

/** Work that waits for a thread: bounded, so that overload is refused at once instead of piling up. */
final class WorkQueue {
    private final int capacity;
    private final ArrayDeque<Work<?>> waiting = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean closed;

    WorkQueue(int capacity) {
        this.capacity = capacity;
    }

    void add(Work<?> work) {
        lock.lock();
        try {
            if (closed) {
                throw new OutsideFailure("sqlite", "the database is closed", false, new IllegalStateException());
            }
            if (waiting.size() >= capacity) {
                throw new OutsideFailure(
                        "sqlite", "too busy, " + capacity + " calls wait already", true, new IllegalStateException());
            }
            waiting.addLast(work);
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for work whose caller still waits, and takes at most {@code max}; empty when closed and all is done. */
    List<Work<?>> take(int max) {
        lock.lock();
        try {
            List<Work<?>> taken = new ArrayList<>();
            while (taken.isEmpty()) {
                while (!waiting.isEmpty() && taken.size() < max) {
                    Work<?> work = waiting.removeFirst();
                    if (work.claim()) {
                        taken.add(work);
                    }
                }
                if (taken.isEmpty()) {
                    if (closed) {
                        return taken;
                    }
                    changed.awaitUninterruptibly();
                }
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more work; what waits already is still handed out. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
