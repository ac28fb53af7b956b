package movierec.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import movierec.title.Title;
import movierec.title.TitleId;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void databasesOfOlderReleasesKeepEveryTitle(int version) throws SQLException {
        Path file = olderDatabase(version);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            insert(connection, "movie", 7, "sample", """
                    {"id":"movie:7","name":"It's \\"old\\"","voteCount":3,"source":"sample",
                     "fetchedAt":"2026-01-02T03:04:05.123456789Z","keywords":["rain"]}""");
            insert(connection, "tv", 7, "movielens", """
                    {"id":"tv:7","name":"Older","source":"movielens","fetchedAt":"1970-01-01T00:00:00Z"}""");
        }

        try (SqliteDatabase database = SqliteDatabase.open(file)) {
            SqliteTitleStore titles = new SqliteTitleStore(database, InstantSource.fixed(Instant.EPOCH));
            assertThat(titles.all())
                    .containsExactly(
                            Title.builder(TitleId.movie(7), "It's \"old\"")
                                    .keywords(List.of("rain"))
                                    .votes(0, 3)
                                    .source("sample", Instant.parse("2026-01-02T03:04:05.123456789Z"))
                                    .build(),
                            Title.builder(TitleId.tv(7), "Older")
                                    .source("movielens", Instant.EPOCH)
                                    .build());
            assertThat(fetchedAt(database))
                    .containsExactly(Instant.parse("2026-01-02T03:04:05Z").toEpochMilli(), 0L);
            assertThat(titles.deleteBySource("sample")).isEqualTo(1);
        }
    }

    @Test
    void aTitleWithoutAReadableMomentCountsAsLearnedLongAgo() throws SQLException {
        Path file = olderDatabase(3);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            insert(connection, "movie", 1, "sample", "no JSON");
            insert(connection, "movie", 2, "sample", "{\"fetchedAt\":\"yesterday\"}");
            insert(connection, "movie", 3, "sample", "{}");
        }

        try (SqliteDatabase database = SqliteDatabase.open(file)) {
            assertThat(fetchedAt(database)).containsExactly(0L, 0L, 0L);
        }
    }

    private Path olderDatabase(int version) {
        Path file = folder.resolve("movierec.db");
        Flyway.configure()
                .dataSource("jdbc:sqlite:" + file, "", "")
                .locations("classpath:movierec/sqlite/migration")
                .target(Integer.toString(version))
                .load()
                .migrate();
        return file;
    }

    private static void insert(Connection connection, String type, int number, String source, String document)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO titles (media_type, tmdb_id, source, document) VALUES (?, ?, ?, ?)")) {
            insert.setString(1, type);
            insert.setInt(2, number);
            insert.setString(3, source);
            insert.setString(4, document);
            insert.executeUpdate();
        }
    }

    private static List<Long> fetchedAt(SqliteDatabase database) {
        return database.read(handle -> handle.createQuery("SELECT fetched_at FROM titles ORDER BY media_type, tmdb_id")
                .mapTo(Long.class)
                .list());
    }
}
