package movierec.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import movierec.failure.OutsideFailure;
import movierec.testkit.identity.Together;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class MigrationsIT {
    @RegisterExtension
    final FreshPostgres fresh = new FreshPostgres();

    @Test
    void lastNumberIsThatOfTheLastFile() throws IOException, URISyntaxException {
        URL files = Objects.requireNonNull(getClass().getResource("/movierec/postgres/migration"));
        try (Stream<Path> listed = Files.list(Path.of(files.toURI()))) {
            assertThat(listed.mapToInt(file ->
                            Integer.parseInt(file.getFileName().toString().replaceFirst("V(\\d+)__.*\\.sql", "$1"))))
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.rangeClosed(1, Migrations.LAST).boxed().toList());
        }
    }

    @Test
    void databaseOfANewerReleaseIsRefusedWithOneClearSentence() {
        String url = fresh.url();
        FreshPostgres.execute(url, """
                INSERT INTO movierec_migrations
                SELECT 99, '99', 'of the future', type, script, checksum, installed_by, now(), 1, true
                FROM movierec_migrations LIMIT 1
                """);

        assertThatThrownBy(() -> fresh.open(url))
                .isInstanceOf(OutsideFailure.class)
                .hasMessageContaining("written by a newer release (tables 99, this release knows " + Migrations.LAST);
    }

    @Test
    void databaseOfAnotherProgramIsRefusedAndLeftAlone() {
        String url = fresh.emptyUrl();
        FreshPostgres.execute(url, "CREATE TABLE bookmarks (url text)");

        assertThatThrownBy(() -> fresh.open(url)).hasMessageContaining("database of another program");

        FreshPostgres.execute(url, "CREATE TABLE events (mine text)");
    }

    @Test
    void schemaOfItsOwnLivesBesideAnotherProgram() {
        String url = fresh.emptyUrl();
        FreshPostgres.execute(url, "CREATE TABLE events (url text); CREATE SCHEMA films");

        PostgresDatabase database = fresh.open(url + "?currentSchema=films");

        assertThat(database.<Integer>write(handle -> handle.execute("DELETE FROM events WHERE user_id = 'x'")))
                .isZero();
        assertThatThrownBy(() -> fresh.open(url + "?currentSchema=nobody"))
                .hasMessageContaining("no schema of the name that currentSchema gives");
    }

    @Test
    void sequencesAndViewsDoNotMakeItADatabaseOfAnotherProgram() {
        String url = fresh.emptyUrl();
        FreshPostgres.execute(
                url, "CREATE SEQUENCE of_an_administrator; CREATE VIEW load AS SELECT * FROM pg_stat_activity");

        assertThat(fresh.open(url).activeConnections()).isZero();
    }

    @Test
    void userWhoMayNotCreateTablesIsTold() {
        String url = fresh.emptyUrl();
        String role = url.replaceFirst(".*/", "").replaceFirst("\\?.*", "") + "_guest";
        FreshPostgres.execute("CREATE ROLE " + role + " LOGIN PASSWORD 'guest'");
        try {
            assertThatThrownBy(() -> fresh.open(url.replaceFirst("//[^@]*@", "//" + role + ":guest@")))
                    .isInstanceOf(OutsideFailure.class)
                    .hasMessageContaining("has to own the database or its schema");
        } finally {
            FreshPostgres.execute("DROP ROLE " + role);
        }
    }

    @Test
    void nodesThatStartTogetherAllFindTheTables() {
        for (int round = 0; round < 3; round++) {
            String url = fresh.emptyUrl();

            List<Integer> deleted = Together.call(4, node -> {
                try (PostgresDatabase database =
                        PostgresDatabase.open(PostgresAddress.parse(url), 1, FreshPostgres.PATIENCE)) {
                    return database.write(handle -> handle.execute("DELETE FROM events WHERE user_id = 'x'"));
                }
            });

            assertThat(deleted).containsOnly(0);
        }
    }
}
