package movierec.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import movierec.failure.OutsideFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteFaultsTest {
    private static final Duration SHORT = Duration.ofMillis(200);

    @TempDir
    Path folder;

    @Test
    void fileThatIsNoDatabaseIsNamedAndLeftAlone() throws IOException {
        Path file = folder.resolve("movierec.db");
        Files.writeString(file, "this is a shopping list, not a database. ".repeat(100));

        assertThatThrownBy(() -> SqliteDatabase.open(file))
                .isInstanceOf(OutsideFailure.class)
                .hasMessageContaining("movierec.db is damaged or no database")
                .hasMessageContaining("movierec restore");
        assertThat(file).content().startsWith("this is a shopping list");
    }

    @Test
    void databaseOfAnotherProgramIsRefused() throws SQLException {
        Path file = folder.resolve("movierec.db");
        execute(file, "CREATE TABLE bookmarks (url TEXT)");

        assertThatThrownBy(() -> SqliteDatabase.open(file)).hasMessageContaining("database of another program");
    }

    @Test
    void newerDatabaseIsRefusedWithOneClearSentence() throws SQLException {
        Path file = folder.resolve("movierec.db");
        SqliteDatabase.open(file).close();
        execute(file, "PRAGMA user_version = 99");

        assertThatThrownBy(() -> SqliteDatabase.open(file))
                .isInstanceOf(OutsideFailure.class)
                .hasMessageContaining("written by a newer release (tables 99, this release knows " + Migrations.LAST);
    }

    @Test
    void damageFoundLaterIsNamed() throws Exception {
        Path file = folder.resolve("movierec.db");
        try (SqliteDatabase database = SqliteDatabase.open(file)) {
            database.write(handle -> {
                handle.execute("CREATE TABLE notes (note TEXT)");
                return handle.execute("INSERT INTO notes VALUES (?)", "x".repeat(4_000_000));
            });
        }
        // Closing writes the log back unless somebody still reads; the note has to be in the file.
        execute(file, "PRAGMA wal_checkpoint(TRUNCATE)");
        byte[] scribble = "scribble".repeat(500).getBytes(StandardCharsets.UTF_8);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            // The long note fills nearly all of it, the second half certainly.
            for (long position = channel.size() / 8192 * 4096; position < channel.size(); position += 4096) {
                channel.write(ByteBuffer.wrap(scribble), position);
            }
        }

        try (SqliteDatabase database = SqliteDatabase.open(file)) {
            assertThatThrownBy(() -> database.read(handle -> handle.createQuery("SELECT note FROM notes")
                            .mapTo(String.class)
                            .list()))
                    .isInstanceOf(OutsideFailure.class)
                    .hasMessageContaining("damaged");
        }
    }

    @Test
    void placeThatCannotHoldADatabaseIsNamed() throws IOException {
        Path file = Files.createDirectory(folder.resolve("movierec.db"));

        assertThatThrownBy(() -> SqliteDatabase.open(file)).hasMessageContaining("cannot write " + file);

        Path below = Files.createFile(folder.resolve("plain-file")).resolve("movierec.db");
        assertThatThrownBy(() -> SqliteDatabase.open(below)).hasMessageContaining("cannot create the folder");
    }

    @Test
    void writeWaitsForAnotherProcessOnlySoLong() throws SQLException {
        Path file = folder.resolve("movierec.db");
        try (SqliteDatabase database = SqliteDatabase.open(file, SHORT)) {
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                    Statement statement = other.createStatement()) {
                statement.execute("BEGIN IMMEDIATE");

                assertThatThrownBy(() -> writeNothing(database))
                        .asInstanceOf(type(OutsideFailure.class))
                        .matches(OutsideFailure::retryable)
                        .extracting(Throwable::getMessage)
                        .asString()
                        .contains("another process is writing");
                assertThat(database.<Integer>read(handle -> 1)).isEqualTo(1);
            }

            assertThat(writeNothing(database)).isZero();
        }
    }

    @Test
    void fullDiskRefusesTheWriteAndLosesNothing() {
        Path file = folder.resolve("movierec.db");
        try (SqliteDatabase database = SqliteDatabase.open(file)) {
            database.write(handle -> handle.execute("CREATE TABLE notes (note TEXT)"));
            database.write(handle -> handle.execute("INSERT INTO notes VALUES ('before')"));
            int pages = database.read(handle ->
                    handle.createQuery("PRAGMA page_count").mapTo(Integer.class).one());
            limitPages(database, pages + 5);

            assertThatThrownBy(() -> database.write(
                            handle -> handle.execute("INSERT INTO notes VALUES (?)", "x".repeat(1_000_000))))
                    .asInstanceOf(type(OutsideFailure.class))
                    .matches(OutsideFailure::retryable)
                    .extracting(Throwable::getMessage)
                    .asString()
                    .contains("is full");
            assertThat(count(database)).isEqualTo(1);
            database.write(handle -> handle.execute("INSERT INTO notes VALUES ('small enough')"));

            limitPages(database, 1_000_000);
            database.write(handle -> handle.execute("INSERT INTO notes VALUES (?)", "x".repeat(1_000_000)));
            assertThat(count(database)).isEqualTo(3);
        }
    }

    @Test
    void overloadIsRefusedInsteadOfPilingUp() throws Exception {
        try (SqliteDatabase database = SqliteDatabase.open(folder.resolve("movierec.db"), SHORT);
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch running = new CountDownLatch(1);
            CountDownLatch go = new CountDownLatch(1);
            callers.execute(() -> database.write(handle -> {
                running.countDown();
                return awaitAndReturn(go);
            }));
            running.await();

            assertThatThrownBy(() -> writeNothing(database))
                    .asInstanceOf(type(OutsideFailure.class))
                    .matches(OutsideFailure::retryable)
                    .extracting(Throwable::getMessage)
                    .asString()
                    .contains("too busy");

            go.countDown();
            assertThat(writeNothing(database)).isZero();
        }
    }

    private static int awaitAndReturn(CountDownLatch latch) throws SQLException {
        try {
            latch.await();
            return 0;
        } catch (InterruptedException interrupted) {
            throw new SQLException(interrupted);
        }
    }

    private static int writeNothing(SqliteDatabase database) {
        return database.write(handle -> handle.execute("DELETE FROM events WHERE id = -1"));
    }

    private static void limitPages(SqliteDatabase database, int pages) {
        database.write(handle -> handle.execute("PRAGMA max_page_count = " + pages));
    }

    private static int count(SqliteDatabase database) {
        return database.read(handle -> handle.createQuery("SELECT count(*) FROM notes")
                .mapTo(Integer.class)
                .one());
    }

    private static void execute(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
