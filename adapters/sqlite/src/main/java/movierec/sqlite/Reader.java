package movierec.sqlite;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does reads one by one on one connection, each in a transaction of its own: it sees one moment of the database. */
final class Reader implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(Reader.class);

    private final WorkQueue queue;
    private final Handle handle;
    private final Statement control;

    Reader(WorkQueue queue, Handle handle) throws SQLException {
        this.queue = queue;
        this.handle = handle;
        control = handle.getConnection().createStatement();
    }

    @Override
    public void run() {
        try (handle) {
            for (List<Work<?>> taken = queue.take(1); !taken.isEmpty(); taken = queue.take(1)) {
                read(taken.getFirst());
            }
        }
    }

    private void read(Work<?> work) {
        try {
            control.execute("BEGIN");
        } catch (SQLException failed) {
            end();
            work.fail(failed);
            return;
        }
        work.run(handle);
        end();
        work.complete();
    }

    private void end() {
        try {
            control.execute("ROLLBACK");
        } catch (SQLException nothingToEnd) {
            log.debug("SQLite had ended the failed transaction itself", nothingToEnd);
        }
    }
}
