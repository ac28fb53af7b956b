package movierec.sqlite;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does all writes of this process on one connection. Writes that wait together are committed together, since a commit
 * costs a flush of the disk and a write itself next to nothing. Each has a savepoint, so that one that fails takes
 * only its own changes back, and no caller goes on before the commit has reached the disk.
 */
final class Writer implements Runnable {
    /** Keeps one commit, and with it the wait of its first caller, within milliseconds. */
    private static final int MAX_WRITES_PER_COMMIT = 256;

    private static final Logger log = LoggerFactory.getLogger(Writer.class);

    private final WorkQueue queue;
    private final Handle handle;
    /** Not prepared: the driver closes a prepared statement for good when it fails, as COMMIT does on a full disk. */
    private final Statement control;

    Writer(WorkQueue queue, Handle handle) throws SQLException {
        this.queue = queue;
        this.handle = handle;
        control = handle.getConnection().createStatement();
    }

    @Override
    public void run() {
        try (handle) {
            List<Work<?>> batch = queue.take(MAX_WRITES_PER_COMMIT);
            while (!batch.isEmpty()) {
                write(batch);
                batch = queue.take(MAX_WRITES_PER_COMMIT);
            }
        }
    }

    private void write(List<Work<?>> batch) {
        try {
            // IMMEDIATE: waits for another process's write here, not in the middle of ours.
            control.execute("BEGIN IMMEDIATE");
            for (Work<?> work : batch) {
                writeOne(work);
            }
            control.execute("COMMIT");
        } catch (SQLException failed) {
            takeBack();
            batch.forEach(work -> work.fail(failed));
            return;
        }
        batch.forEach(Work::complete);
    }

    private void writeOne(Work<?> work) throws SQLException {
        control.execute("SAVEPOINT one_write");
        if (!work.run(handle)) {
            try {
                control.execute("ROLLBACK TO one_write");
            } catch (SQLException savepointIsGone) {
                // Some failures, a full disk among them, make SQLite take back the whole transaction.
                throw new SQLException(work.failure());
            }
        }
        control.execute("RELEASE one_write");
    }

    private void takeBack() {
        try {
            control.execute("ROLLBACK");
        } catch (SQLException nothingToTakeBack) {
            log.debug("SQLite had ended the failed transaction itself", nothingToTakeBack);
        }
    }
}
