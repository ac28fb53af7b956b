package movierec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import movierec.app.DataFolderLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCommandsTest {
    @TempDir
    private Path data;

    @TempDir
    private Path elsewhere;

    private void createAnn() {
        Ran ran = Ran.with(
                Map.of(), "correct horse battery\n", data, "user", "create", "ann@example.org", "--password-stdin");
        assertThat(ran.exitCode()).isZero();
    }

    @Test
    void saysThatAFileIsMissing() {
        String none = elsewhere.resolve("none.zip").toString();

        Ran restore = Ran.in(data, "restore", none);
        Ran movielens = Ran.in(data, "import", "movielens", none);

        assertThat(restore.exitCode()).isEqualTo(1);
        assertThat(restore.err()).contains("There is no file").doesNotContain("\tat ");
        assertThat(movielens.exitCode()).isEqualTo(1);
        assertThat(movielens.err()).contains("There is no file or folder").doesNotContain("\tat ");
    }

    @Test
    void restoresNothingUnderARunningServer() {
        createAnn();
        String zip = elsewhere.resolve("backup.zip").toString();
        assertThat(Ran.in(data, "backup", zip).exitCode()).isZero();

        try (DataFolderLock held = DataFolderLock.take(data)) {
            assertThat(held).isNotNull();
            Ran ran = Ran.in(data, "restore", zip);

            assertThat(ran.exitCode()).isEqualTo(1);
            assertThat(ran.err()).contains("stop it first");
        }
    }

    @Test
    void restoresWhatWasBackedUp() {
        createAnn();
        String zip = elsewhere.resolve("backup.zip").toString();
        assertThat(Ran.in(data, "backup", zip).exitCode()).isZero();
        assertThat(Ran.in(data, "user", "delete", "ann@example.org", "--yes").exitCode())
                .isZero();

        Ran restored = Ran.in(data, "restore", zip);

        assertThat(restored.exitCode()).isZero();
        assertThat(Ran.in(data, "user", "list").out()).contains("ann@example.org");
    }

    @Test
    void importsForAnAccountOnlyIfItIsThere() throws IOException {
        Path dataset = MovieLensSample.write(elsewhere.resolve("made-up"));

        Ran ran = Ran.in(data, "import", "movielens", dataset.toString(), "--as-user", "ann@example.org");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("movierec user create ann@example.org");
    }

    @Test
    void purgesTheKeptPicturesWithTheirSource() throws IOException {
        Path pictures = Files.createDirectories(data.resolve("images"));
        Path picture = Files.writeString(pictures.resolve("0123.image"), "made up");

        assertThat(Ran.in(data, "purge", "--source", "movielens").exitCode()).isZero();
        assertThat(picture).exists();
        assertThat(Ran.in(data, "purge", "--source", "tmdb").exitCode()).isZero();
        assertThat(picture).doesNotExist();
    }

    @Test
    void importsExportsAndPurges() throws IOException {
        createAnn();
        Path dataset = MovieLensSample.write(elsewhere.resolve("made-up"));
        String path = dataset.toString();

        Ran first = Ran.in(data, "import", "movielens", path, "--as-user", "ann@example.org", "--movielens-user", "2");
        JsonNode again = Ran.in(
                        data,
                        "import",
                        "movielens",
                        path,
                        "--as-user",
                        "ann@example.org",
                        "--movielens-user",
                        "2",
                        "--json")
                .json();

        assertThat(first.exitCode()).isZero();
        assertThat(first.out())
                .contains("Added 40 titles")
                .contains("Skipped 1 rows")
                .contains("Next: movierec train");
        assertThat(again.get("corpus").asText()).isEqualTo("movielens made-up");
        assertThat(again.get("users").asInt()).isEqualTo(MovieLensSample.USERS);
        assertThat(again.get("skippedRows").asInt()).isEqualTo(1);
        assertThat(again.get("history").get("recorded").asInt()).isZero();
        int recorded = again.get("history").get("duplicates").asInt();
        assertThat(recorded).isEqualTo(16);

        Path file = elsewhere.resolve("ann.json");
        assertThat(Ran.in(data, "export", "ann@example.org", file.toString()).exitCode())
                .isZero();
        JsonNode export = new ObjectMapper().readTree(file.toFile());
        assertThat(export.get("account").get("email").asText()).isEqualTo("ann@example.org");
        assertThat(export.get("events")).hasSize(recorded).allSatisfy(event -> {
            assertThat(event.get("kind").asText()).isEqualTo("rated");
            assertThat(event.get("title").asText()).startsWith("Made-up Movie");
        });
        assertThat(export.get("preferences").get("mediaType").asText()).isEqualTo("both");

        JsonNode purged =
                Ran.in(data, "purge", "--source", "movielens", "--json").json();
        assertThat(purged.get("deletedTitles").asInt()).isEqualTo(MovieLensSample.MOVIES);
    }
}
