package movierec.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MigrationsTest {
    @TempDir
    Path folder;

    @Test
    void lastNumberIsThatOfTheLastFile() throws IOException, URISyntaxException {
        URL files = Objects.requireNonNull(getClass().getResource("/movierec/sqlite/migration"));
        try (Stream<Path> listed = Files.list(Path.of(files.toURI()))) {
            assertThat(listed.mapToInt(file ->
                            Integer.parseInt(file.getFileName().toString().replaceFirst("V(\\d+)__.*\\.sql", "$1"))))
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.rangeClosed(1, Migrations.LAST).boxed().toList());
        }
    }

    @Test
    void everyMigrationWritesItsNumber() {
        try (SqliteDatabase database = SqliteDatabase.open(folder.resolve("movierec.db"))) {
            int version = database.read(handle -> handle.createQuery("PRAGMA user_version")
                    .mapTo(Integer.class)
                    .one());
            assertThat(version).isEqualTo(Migrations.LAST);
        }
    }

    @Test
    void twoThatStartTogetherBothFindTheTables() throws Exception {
        Path file = folder.resolve("movierec.db");
        try (ExecutorService starts = Executors.newFixedThreadPool(4)) {
            Future<SqliteDatabase> first = starts.submit(() -> SqliteDatabase.open(file));
            Future<SqliteDatabase> second = starts.submit(() -> SqliteDatabase.open(file));
            try (SqliteDatabase one = first.get();
                    SqliteDatabase other = second.get()) {
                one.write(handle -> handle.execute("DELETE FROM events"));
                other.write(handle -> handle.execute("DELETE FROM events"));
            }
        }
    }
}
