package movierec.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import movierec.failure.OutsideFailure;
import movierec.failure.Refusal;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;

/**
 * The database file, and the threads that may touch it. A native call would hold the carrier of a virtual thread, so
 * callers hand their work to a thread of a connection and wait: one connection writes, a few read. Other processes may
 * use the same file. Thread-safe.
 *
 * <p>What a callback returns must be complete, no open stream or result; callbacks must not call the database again.
 */
public final class SqliteDatabase implements AutoCloseable {
    private static final int READERS = Math.clamp(Runtime.getRuntime().availableProcessors(), 3, 8);
    private static final int MAX_WAITING = 1024;

    /** How long a call waits for its turn here, and a write for other processes. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration CLOSING_TIME = Duration.ofSeconds(30);

    private final Path file;
    private final Duration patience;
    private final WorkQueue reads = new WorkQueue(MAX_WAITING);
    private final WorkQueue writes = new WorkQueue(MAX_WAITING);
    private final List<Thread> threads = new ArrayList<>();

    private SqliteDatabase(Path file, Duration patience) {
        this.file = file;
        this.patience = patience;
    }

    /**
     * Opens the file, creates it where there is none, and brings its tables up to date.
     *
     * @throws OutsideFailure when it is damaged, not writable, locked, or written by a newer release
     */
    public static SqliteDatabase open(Path file) {
        return open(file, PATIENCE);
    }

    static SqliteDatabase open(Path file, Duration patience) {
        SqliteDatabase database = new SqliteDatabase(file, patience);
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Migrations.migrate(file, dataSource(file, patience));
            database.start();
            return database;
        } catch (IOException failed) {
            throw new OutsideFailure("sqlite", "cannot create the folder of " + file, false, failed);
        } catch (SQLException | JdbiException failed) {
            database.close();
            throw Failures.seenByCaller(file, failed);
        }
    }

    private void start() throws SQLException {
        Jdbi jdbi = Jdbi.create(dataSource(file, patience));
        jdbi.setStatementBuilderFactory(connection -> new PreparedStatements());
        // Parameters are what users wrote: they belong in no message and no log.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        start("sqlite-writer", new Writer(writes, jdbi.open()));
        for (int i = 1; i <= READERS; i++) {
            Handle handle = jdbi.open();
            handle.execute("PRAGMA query_only = true");
            start("sqlite-reader-" + i, new Reader(reads, handle));
        }
    }

    private void start(String name, Runnable work) {
        threads.add(Thread.ofPlatform().name(name).daemon().start(work));
    }

    /** Runs queries that all see the same moment of the database. */
    public <T> T read(HandleCallback<T, SQLException> queries) {
        return inTurn(reads, queries);
    }

    /**
     * Runs changes in one transaction and returns when they are safe on disk. Anything thrown by the callback takes
     * its changes back; a {@link Refusal} reaches the caller as it is.
     */
    public <T> T write(HandleCallback<T, SQLException> changes) {
        return inTurn(writes, changes);
    }

    private <T> T inTurn(WorkQueue queue, HandleCallback<T, SQLException> callback) {
        Work<T> work = new Work<>(callback);
        queue.add(work);
        try {
            return work.await(patience);
        } catch (Throwable thrown) {
            throw Failures.seenByCaller(file, thrown);
        }
    }

    public Path file() {
        return file;
    }

    /** Finishes what waits, then closes. Calls that come later fail. */
    @Override
    public void close() {
        reads.close();
        writes.close();
        try {
            for (Thread thread : threads) {
                thread.join(CLOSING_TIME);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static SQLiteDataSource dataSource(Path file, Duration patience) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout((int) patience.toMillis());
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        // Negative: in KiB. The operating system caches the file too, so little is enough for each connection.
        config.setCacheSize(-4_000);
        // After a large import the log file shrinks again.
        config.setJournalSizeLimit(16 << 20);
        config.setGetGeneratedKeys(false);
        // Erased means overwritten, not just unlinked.
        config.setPragma(Pragma.SECURE_DELETE, "true");
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        return source;
    }
}
