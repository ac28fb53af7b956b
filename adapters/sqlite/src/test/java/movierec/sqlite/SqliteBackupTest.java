package movierec.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import movierec.failure.OutsideFailure;
import movierec.failure.Refusal;
import movierec.identity.UserId;
import movierec.taste.Event;
import movierec.taste.EventKind;
import movierec.testkit.taste.TasteStores;
import movierec.title.TitleId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteBackupTest {
    private static final UserId ANN = new UserId("ann");

    @TempDir
    Path folder;

    private Path file = Path.of("");
    private Path copy = Path.of("");
    private SqliteBackup backup = new SqliteBackup(file);

    @BeforeEach
    void namePlaces() {
        file = folder.resolve("movierec.db");
        copy = folder.resolve("copy.db");
        backup = new SqliteBackup(file);
    }

    @Test
    void cannotCopyWhatIsNotThere() {
        assertThatThrownBy(() -> backup.copyTo(copy)).isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> backup.restoreFrom(copy)).isInstanceOf(Refusal.NotFound.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusesToRestoreUnderARunningServer() {
        try (SqliteDatabase database = SqliteDatabase.open(file)) {
            watch(database, 1);
            backup.copyTo(copy);
            watch(database, 2);

            assertThatThrownBy(() -> backup.restoreFrom(copy))
                    .isInstanceOf(Refusal.Conflict.class)
                    .hasMessageContaining("stop the server");

            watch(database, 3);
            assertThat(watched(database)).isEqualTo(3);
        }
        try (SqliteDatabase database = SqliteDatabase.open(file)) {
            assertThat(watched(database)).isEqualTo(3);
        }
    }

    @Test
    void refusesACopyThatIsDamagedForeignOrNewerAndKeepsWhatIsThere() throws IOException, SQLException {
        try (SqliteDatabase database = SqliteDatabase.open(file)) {
            watch(database, 1);
        }
        Path damaged = Files.writeString(folder.resolve("damaged.db"), "shopping list ".repeat(1000));
        Path foreign = folder.resolve("foreign.db");
        execute(foreign, "CREATE TABLE bookmarks (url TEXT)");
        Path empty = Files.createFile(folder.resolve("empty.db"));
        Path newer = folder.resolve("newer.db");
        backup.copyTo(newer);
        execute(newer, "PRAGMA user_version = 99");

        for (Path unusable : List.of(damaged, foreign, empty, newer)) {
            assertThatThrownBy(() -> backup.restoreFrom(unusable))
                    .as(unusable.toString())
                    .isInstanceOf(OutsideFailure.class);
        }

        assertThat(folder.resolve("movierec.db.before-restore")).doesNotExist();
        try (SqliteDatabase database = SqliteDatabase.open(file)) {
            assertThat(watched(database)).isEqualTo(1);
        }
    }

    @Test
    void restoresTheMomentOfTheCopyAndKeepsTheFormerDatabase() {
        try (SqliteDatabase database = SqliteDatabase.open(file)) {
            watch(database, 1);
            backup.copyTo(copy);
            watch(database, 2);
        }

        backup.restoreFrom(copy);

        try (SqliteDatabase database = SqliteDatabase.open(file);
                SqliteDatabase former = SqliteDatabase.open(folder.resolve("movierec.db.before-restore"))) {
            assertThat(watched(database)).isEqualTo(1);
            assertThat(watched(former)).isEqualTo(2);
        }
    }

    @Test
    void restoresOverADamagedDatabase() throws IOException {
        try (SqliteDatabase database = SqliteDatabase.open(file)) {
            watch(database, 1);
            backup.copyTo(copy);
        }
        Files.writeString(file, "no database any more ".repeat(1000));

        backup.restoreFrom(copy);

        try (SqliteDatabase database = SqliteDatabase.open(file)) {
            assertThat(watched(database)).isEqualTo(1);
        }
        assertThat(folder.resolve("movierec.db.before-restore")).content().startsWith("no database any more");
    }

    @Test
    void restoresWhereThereIsNoDatabaseYet() {
        try (SqliteDatabase database = SqliteDatabase.open(file)) {
            watch(database, 1);
            backup.copyTo(copy);
        }
        Path elsewhere = folder.resolve("elsewhere.db");

        new SqliteBackup(elsewhere).restoreFrom(copy);

        try (SqliteDatabase database = SqliteDatabase.open(elsewhere)) {
            assertThat(watched(database)).isEqualTo(1);
        }
    }

    @Test
    void neverGivesAVersionAgainThatCameAfterTheBackup() {
        long lost;
        try (SqliteDatabase database = SqliteDatabase.open(file)) {
            watch(database, 1);
            backup.copyTo(copy);
            watch(database, 2);
            lost = FreshDatabase.stores(database).tastes().version(ANN);
        }

        backup.restoreFrom(copy);

        try (SqliteDatabase database = SqliteDatabase.open(file)) {
            watch(database, 3);
            assertThat(FreshDatabase.stores(database).tastes().version(ANN)).isGreaterThan(lost);
        }
    }

    @Test
    void copiesAWholeMomentWhileOthersWrite() throws InterruptedException {
        try (SqliteDatabase database = SqliteDatabase.open(file)) {
            AtomicBoolean writing = new AtomicBoolean(true);
            AtomicInteger acknowledged = new AtomicInteger();
            Thread writer = Thread.ofVirtual().start(() -> {
                while (writing.get()) {
                    watch(database, acknowledged.get() + 1);
                    acknowledged.incrementAndGet();
                }
            });
            for (int i = 0; i < 5; i++) {
                int before = acknowledged.get();
                backup.copyTo(copy);
                int after = acknowledged.get();

                try (SqliteDatabase copied = SqliteDatabase.open(copy)) {
                    assertThat(watched(copied)).isBetween(before, after + 1);
                }
            }
            writing.set(false);
            writer.join();
            assertThat(watched(database)).isEqualTo(acknowledged.get());
        }
    }

    private static void watch(SqliteDatabase database, int number) {
        stores(database)
                .events()
                .record(ANN, List.of(Event.of(TitleId.movie(number), EventKind.WATCHED, Instant.EPOCH)));
    }

    private static int watched(SqliteDatabase database) {
        return stores(database).tastes().load(ANN, Instant.EPOCH).events().size();
    }

    private static TasteStores stores(SqliteDatabase database) {
        return FreshDatabase.stores(database);
    }

    private static void execute(Path database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
