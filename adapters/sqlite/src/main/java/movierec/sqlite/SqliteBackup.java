package movierec.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import movierec.failure.OutsideFailure;
import movierec.failure.Refusal;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;

/** Copies a database while it serves, and puts a copy back while it does not (STORE-5). */
public final class SqliteBackup {
    /** Versions handed out after the backup was made are never handed out again for something else. */
    private static final long VERSIONS_LEFT_OUT = 1_000_000;

    private final Path file;

    /** @param file the database, open or not, in this process or in another one */
    public SqliteBackup(Path file) {
        this.file = file.toAbsolutePath();
    }

    /**
     * Writes the database as it is at this moment to one file and checks that file; readers and writers go on
     * meanwhile. A file of that name is replaced, but only by a whole and checked copy.
     */
    public void copyTo(Path copy) {
        Path target = copy.toAbsolutePath();
        Path part = target.resolveSibling(target.getFileName() + ".part");
        onItsOwnThread(() -> {
            if (!Files.exists(file)) {
                throw new Refusal.NotFound("There is no database " + file);
            }
            Files.deleteIfExists(part);
            try (Connection connection = source(file).getConnection();
                    PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
                vacuum.setString(1, part.toString());
                vacuum.execute();
            }
            check(part);
            replace(part, target);
        });
    }

    /**
     * Replaces the database by a copy. The former database is kept beside it as {@code NAME.before-restore}.
     *
     * @throws Refusal.Conflict when somebody has the database open
     * @throws OutsideFailure when the copy is damaged, no database of ours, or of a newer release
     */
    public void restoreFrom(Path copy) {
        Path part = sibling(".restoring");
        onItsOwnThread(() -> {
            if (!Files.exists(copy)) {
                throw new Refusal.NotFound("There is no file " + copy);
            }
            Files.copy(copy, part, StandardCopyOption.REPLACE_EXISTING);
            check(part);
            leaveVersionsOut(part);
            if (Files.exists(file)) {
                keepFormer();
            }
            replace(part, file);
        });
    }

    private static void check(Path copy) throws SQLException {
        SQLiteDataSource source = source(copy);
        if (Migrations.versionOf(copy, source) == 0) {
            throw new OutsideFailure("sqlite", copy + " is no backup of a database", false, new SQLException());
        }
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("PRAGMA integrity_check")) {
            String said = answer.getString(1);
            if (!said.equals("ok")) {
                throw new OutsideFailure("sqlite", copy + " is damaged: " + said, false, new SQLException(said));
            }
        }
    }

    private static void leaveVersionsOut(Path copy) throws SQLException {
        try (Connection connection = source(copy).getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE counters SET value = value + " + VERSIONS_LEFT_OUT);
        }
    }

    private void keepFormer() throws IOException, SQLException {
        try (Connection connection = source(file).getConnection();
                Statement statement = connection.createStatement()) {
            // Brings everything into the one file, and succeeds only where nobody else has it open.
            statement.execute("PRAGMA journal_mode = DELETE");
        } catch (SQLException failed) {
            if (primaryCode(failed) == SQLiteErrorCode.SQLITE_BUSY) {
                throw new Refusal.Conflict("database-in-use", file + " is in use; stop the server, then restore");
            }
            if (primaryCode(failed) != SQLiteErrorCode.SQLITE_CORRUPT
                    && primaryCode(failed) != SQLiteErrorCode.SQLITE_NOTADB) {
                throw failed;
            }
            // A damaged database is a reason to restore, not an obstacle.
        }
        Files.copy(file, sibling(".before-restore"), StandardCopyOption.REPLACE_EXISTING);
        for (String log : new String[] {"-wal", "-shm"}) {
            if (Files.exists(sibling(log))) {
                Files.move(sibling(log), sibling(".before-restore" + log), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** In one step, and safe on disk when it returns. */
    private static void replace(Path part, Path target) throws IOException {
        try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel folder = FileChannel.open(target.resolveSibling(""), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    private Path sibling(String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    private static SQLiteErrorCode primaryCode(SQLException failed) {
        return SQLiteErrorCode.getErrorCode(failed.getErrorCode() & 0xff);
    }

    /** As SQLite opens it by itself: a copy stays one plain file. */
    private static SQLiteDataSource source(Path database) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(1_000);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + database);
        return source;
    }

    private void onItsOwnThread(Action action) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread.ofPlatform().name("sqlite-backup").daemon().start(() -> {
            try {
                action.run();
                done.complete(null);
            } catch (Throwable thrown) { // whatever it is, it belongs to the caller
                done.completeExceptionally(thrown);
            }
        });
        try {
            done.join();
        } catch (CompletionException failed) {
            Throwable cause = failed.getCause() != null ? failed.getCause() : failed;
            if (cause instanceof IOException io) {
                throw new OutsideFailure("files", "cannot write the backup or restore it: " + io, false, io);
            }
            throw Failures.seenByCaller(file, cause);
        }
    }

    private interface Action {
        void run() throws IOException, SQLException;
    }
}
