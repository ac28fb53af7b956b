package movierec.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import movierec.failure.Refusal;
import movierec.sqlite.SqliteDatabase;
import movierec.sqlite.SqliteTitleStore;
import movierec.title.Title;
import movierec.title.TitleId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataFolderBackupTest {
    @TempDir
    Path folder;

    private Path data = Path.of("");
    private Path zip = Path.of("");

    @BeforeEach
    void fillADataFolder() throws IOException {
        data = folder.resolve("data");
        zip = folder.resolve("backup.zip");
        write("keys/signing.json", "secret key");
        write("models/7/factors.bin", "numbers");
        write("models/.lock", "");
        write("corpora/ratings.csv", "1,2,5");
        write("movierec.properties", "movierec.port=9");
        write("search-index/segment", "can be built again");
        save("Before");
    }

    @Test
    void refusesWhatIsNoBackupAndChangesNothing() throws IOException {
        Path noZip = Files.writeString(folder.resolve("no.zip"), "no zip");
        Path noDatabase = zipWith("keys/signing.json", "forged");
        DataFolderBackup backup = new DataFolderBackup(data);

        assertThatThrownBy(() -> backup.restoreFrom(noZip)).isInstanceOf(Refusal.Invalid.class);
        assertThatThrownBy(() -> backup.restoreFrom(noDatabase)).isInstanceOf(Refusal.Invalid.class);
        assertThatThrownBy(() -> backup.restoreFrom(folder.resolve("missing.zip")))
                .isInstanceOf(Refusal.NotFound.class);

        assertThat(data.resolve("keys/signing.json")).hasContent("secret key");
        assertThat(names()).containsExactly("Before");
        assertThat(data.resolve(".restoring")).doesNotExist();
    }

    @Test
    void noEntryLeavesTheFolder() throws IOException {
        new DataFolderBackup(data).writeTo(zip);
        for (String name : List.of("../outside", "keys/../../outside", "/tmp/movierec-outside", "bin/run.sh", "keys")) {
            Path evil = zipWith(BackupZip.DATABASE, "", name, "evil");

            assertThatThrownBy(() -> new DataFolderBackup(data).restoreFrom(evil))
                    .as(name)
                    .isInstanceOf(Refusal.Invalid.class);
        }

        assertThat(folder.resolve("outside")).doesNotExist();
        assertThat(Path.of("/tmp/movierec-outside")).doesNotExist();
    }

    @Test
    void refusesToRestoreUnderARunningServer() {
        new DataFolderBackup(data).writeTo(zip);
        try (DataFolderLock held = DataFolderLock.take(data)) {
            assertThatThrownBy(() -> new DataFolderBackup(data).restoreFrom(zip))
                    .isInstanceOf(Refusal.Conflict.class)
                    .hasMessageContaining("stop it first");
        }

        new DataFolderBackup(data).restoreFrom(zip);
    }

    @Test
    void bringsEverythingToAnotherMachine() throws IOException {
        new DataFolderBackup(data).writeTo(zip);
        Path other = folder.resolve("other");

        new DataFolderBackup(other).restoreFrom(zip);

        assertThat(other.resolve("keys/signing.json")).hasContent("secret key");
        assertThat(other.resolve("models/7/factors.bin")).hasContent("numbers");
        assertThat(other.resolve("corpora/ratings.csv")).hasContent("1,2,5");
        assertThat(other.resolve("movierec.properties")).hasContent("movierec.port=9");
        assertThat(other.resolve("models/.lock")).doesNotExist();
        assertThat(other.resolve("search-index")).doesNotExist();
        data = other;
        assertThat(names()).containsExactly("Before");
    }

    @Test
    void keepsWhatWasThere() throws IOException {
        new DataFolderBackup(data).writeTo(zip);
        write("keys/signing.json", "newer key");
        save("After");

        new DataFolderBackup(data).restoreFrom(zip);

        assertThat(names()).containsExactly("Before");
        assertThat(data.resolve("keys/signing.json")).hasContent("secret key");
        assertThat(data.resolve("keys.before-restore/signing.json")).hasContent("newer key");
        assertThat(data.resolve("movierec.db.before-restore")).exists();
    }

    @Test
    void onlyTheOwnerReadsBackupAndRestoredKeys() throws IOException {
        new DataFolderBackup(data).writeTo(zip);
        new DataFolderBackup(data).restoreFrom(zip);

        for (Path secret : List.of(zip, data.resolve("keys/signing.json"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                    .isEqualTo("rw-------");
        }
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactlyInAnyOrder(data, zip);
        }
    }

    @Test
    void worksWhileTheServerRuns() {
        try (DataFolderLock held = DataFolderLock.take(data);
                SqliteDatabase database = SqliteDatabase.open(data.resolve("movierec.db"))) {
            new DataFolderBackup(data).writeTo(zip);

            assertThat(new SqliteTitleStore(database, InstantSource.system()).all())
                    .hasSize(1);
        }
        assertThat(zip).isNotEmptyFile();
    }

    private void write(String name, String content) throws IOException {
        Path file = data.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, content);
    }

    private void save(String name) {
        try (SqliteDatabase database = SqliteDatabase.open(data.resolve("movierec.db"))) {
            new SqliteTitleStore(database, InstantSource.system())
                    .save(List.of(Title.builder(TitleId.movie(1), name)
                            .source("sample", Instant.EPOCH)
                            .build()));
        }
    }

    private List<String> names() {
        try (SqliteDatabase database = SqliteDatabase.open(data.resolve("movierec.db"))) {
            return new SqliteTitleStore(database, InstantSource.system())
                    .all().stream().map(Title::name).toList();
        }
    }

    private Path zipWith(String... namesAndContents) throws IOException {
        Path file = folder.resolve("made.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream entries = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                entries.putNextEntry(new ZipEntry(namesAndContents[i]));
                entries.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
                entries.closeEntry();
            }
        }
        return file;
    }
}
