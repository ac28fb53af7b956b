package movierec.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import movierec.share.FileShare;
import movierec.testkit.share.InMemoryFileShare;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedFoldersTest {
    @TempDir
    Path folder;

    private final FileShare share = new InMemoryFileShare();

    @BeforeEach
    void makeNodes() throws IOException {
        Files.createDirectories(folder.resolve("ann/models"));
        Files.createDirectories(folder.resolve("bob/models"));
    }

    @Test
    void aFileOfOneNodeReachesTheOthersAndSoDoesItsEnd() throws IOException {
        SharedFolders ann = node("ann");
        SharedFolders bob = node("bob");
        write("ann/models/one.model", "weights");
        write("ann/models/serving", "one");

        ann.synchronise();
        assertThat(bob.synchronise()).isTrue();
        assertThat(folder.resolve("bob/models/one.model")).hasContent("weights");
        assertThat(folder.resolve("bob/models/serving")).hasContent("one");
        assertThat(bob.synchronise()).isFalse();

        Files.delete(folder.resolve("bob/models/one.model"));
        bob.synchronise();
        ann.synchronise();
        assertThat(folder.resolve("ann/models/one.model")).doesNotExist();
    }

    @Test
    void aChangeOfOneNodeReplacesWhatTheOthersHave() throws IOException {
        write("ann/models/serving", "one");
        SharedFolders ann = node("ann");
        SharedFolders bob = node("bob");
        ann.synchronise();
        bob.synchronise();

        write("bob/models/serving", "number two");
        bob.synchronise();
        ann.synchronise();

        assertThat(folder.resolve("ann/models/serving")).hasContent("number two");
    }

    @Test
    void whereBothChangedAFileTheShareWins() throws IOException {
        write("ann/models/serving", "one");
        SharedFolders ann = node("ann");
        SharedFolders bob = node("bob");
        ann.synchronise();
        bob.synchronise();
        write("ann/models/serving", "ann's choice");
        write("bob/models/serving", "bob's");

        ann.synchronise();
        bob.synchronise();

        assertThat(folder.resolve("bob/models/serving")).hasContent("ann's choice");
    }

    @Test
    void aNodeThatWasAwayLearnsWhatWasDeletedAndKeepsWhatIsItsOwn() throws IOException {
        write("ann/models/old.model", "old");
        SharedFolders ann = node("ann");
        ann.synchronise();
        node("bob").synchronise();
        Files.delete(folder.resolve("ann/models/old.model"));
        ann.synchronise();
        write("bob/models/new.model", "new");

        node("bob").synchronise();
        ann.synchronise();

        assertThat(folder.resolve("bob/models/old.model")).doesNotExist();
        assertThat(folder.resolve("ann/models/new.model")).hasContent("new");
    }

    @Test
    void anEmptyShareTakesInWhatTheNodeHas() throws IOException {
        write("ann/models/one.model", "weights");
        node("ann").synchronise();
        FileShare another = new InMemoryFileShare();

        new SharedFolders(another, folder.resolve("ann"), List.of("models")).synchronise();

        assertThat(another.files()).containsOnlyKeys("models/one.model");
        assertThat(folder.resolve("ann/models/one.model")).exists();
    }

    @Test
    void locksAndUnfinishedFilesStayWhereTheyAre() throws IOException {
        write("ann/models/.lock", "");
        write("ann/models/half.tmp", "half");

        node("ann").synchronise();

        assertThat(share.files()).isEmpty();
    }

    private SharedFolders node(String name) {
        return new SharedFolders(share, folder.resolve(name), List.of("models"));
    }

    private void write(String path, String text) throws IOException {
        Files.writeString(folder.resolve(path), text);
    }
}
