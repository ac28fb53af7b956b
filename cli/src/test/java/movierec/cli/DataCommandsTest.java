package movierec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import movierec.app.DataFolder;
import movierec.app.DataFolderLock;
import movierec.sqlite.SqliteDatabase;
import movierec.sqlite.SqliteListStore;
import movierec.sqlite.SqliteReferenceStore;
import movierec.sqlite.SqliteTitleCheckStore;
import movierec.sqlite.SqliteTitleStore;
import movierec.title.ListKey;
import movierec.title.ListScope;
import movierec.title.ListType;
import movierec.title.StoredList;
import movierec.title.Title;
import movierec.title.TitleCheck;
import movierec.title.TitleId;
import movierec.title.TitleSource.SourceReference;
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

    @Test
    void importsTitlesOfFiles() throws IOException {
        Files.writeString(
                elsewhere.resolve("films.csv"), "tmdb_id,title,year\n9999991,Made-up One,2001\n,Made-up Two,2002\n");
        Files.writeString(
                elsewhere.resolve("shows.jsonl"),
                "{\"titleId\":\"tv:9999992\",\"title\":\"Made-up Show\"}\nnonsense\n");

        JsonNode first =
                Ran.in(data, "import", "titles", elsewhere.toString(), "--json").json();
        Ran again = Ran.in(data, "import", "titles", elsewhere.toString());

        assertThat(first.get("files").asInt()).isEqualTo(2);
        assertThat(first.get("titlesAdded").asInt()).isEqualTo(2);
        assertThat(first.get("skippedRows").asInt()).isEqualTo(2);
        assertThat(first.get("skippedExamples").get(0).asText()).startsWith("films.csv line 3: it has no TMDB number");
        assertThat(again.exitCode()).isZero();
        assertThat(again.out())
                .containsPattern("titles added +0")
                .containsPattern("titles unchanged +2")
                .contains("Skipped 2 rows:")
                .contains("such as shows.jsonl line 2: the line is no JSON object");
        JsonNode purged = Ran.in(data, "purge", "--source", "files", "--json").json();
        assertThat(purged.get("deletedTitles").asInt()).isEqualTo(2);
    }

    @Test
    void saysWhatATitleFileIs() {
        Ran ran = Ran.in(data, "import", "titles", elsewhere.toString());

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains(".jsonl, .ndjson, .csv or .nfo").doesNotContain("\tat ");
    }

    @Test
    void fetchesFromAFolderOfTitleFiles() throws IOException {
        Path film = Files.writeString(elsewhere.resolve("films.csv"), "tmdb_id,title\n9999991,One\n9999993,Three\n");
        Map<String, String> environment = Map.of("MOVIEREC_TITLES_FOLDER", elsewhere.toString());

        JsonNode first =
                Ran.with(environment, "", data, "fetch", "full", "--json").json();
        Files.writeString(film, "tmdb_id,title\n9999993,Three\n");
        JsonNode second =
                Ran.with(environment, "", data, "fetch", "daily", "--json").json();

        assertThat(first.get("runs")).hasSize(1);
        assertThat(first.get("runs").get(0).get("job").asText()).isEqualTo("fetch-full-files");
        assertThat(first.get("runs").get(0).get("counts").get("rows").asInt()).isEqualTo(2);
        assertThat(second.get("runs").get(0).get("counts").get("titles gone").asInt())
                .isEqualTo(1);
        assertThat(Ran.in(data, "purge", "--source", "files", "--json")
                        .json()
                        .get("deletedTitles")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void purgingAnUnknownSourceSaysWhichSourcesThereAre() throws IOException {
        Path dataset = MovieLensSample.write(elsewhere.resolve("made-up"));
        assertThat(Ran.in(data, "import", "movielens", dataset.toString()).exitCode())
                .isZero();

        Ran ran = Ran.in(data, "purge", "--source", "movie-lens");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("\"movie-lens\"").contains("movielens, sample");
        assertThat(Ran.in(data, "purge", "--source", "tmdb").exitCode()).isZero();
    }

    @Test
    void purgeDeletesEverythingThatOneSourceSaid() {
        Instant now = Instant.parse("2026-06-01T12:00:00Z");
        TitleId known = TitleId.movie(238);
        try (SqliteDatabase database = SqliteDatabase.open(new DataFolder(data).database())) {
            InstantSource clock = InstantSource.fixed(now);
            new SqliteTitleStore(database, clock)
                    .save(List.of(Title.builder(TitleId.movie(9_999_999), "Somebody's film")
                            .source("files", now)
                            .build()));
            SqliteListStore lists = new SqliteListStore(database, clock);
            for (ListScope scope : ListScope.values()) {
                ListKey key = ListKey.of(ListType.POPULAR, scope);
                lists.replace(new StoredList(key, "files", List.of(known), now, now));
            }
            new SqliteTitleCheckStore(database).save(List.of(new TitleCheck(known, "files", now, "", false)));
            new SqliteReferenceStore(database, clock).save(new SourceReference("files", "", List.of(), now));
        }

        JsonNode purged = Ran.in(data, "purge", "--source", "files", "--json").json();

        assertThat(purged.get("deletedTitles").asInt()).isEqualTo(1);
        assertThat(purged.get("deletedLists").asInt()).isEqualTo(3);
        assertThat(purged.get("deletedChecks").asInt()).isEqualTo(1);
        assertThat(purged.get("deletedReference").asBoolean()).isTrue();
        Ran again = Ran.in(data, "purge", "--source", "files");
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).contains("its sources are: sample");
    }
}
