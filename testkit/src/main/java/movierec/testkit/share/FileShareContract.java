package movierec.testkit.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import movierec.share.FileShare;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link FileShare} does. */
public abstract class FileShareContract {
    @TempDir
    Path folder;

    /** An empty share. */
    protected abstract FileShare share();

    @Test
    public void hasNothingAtFirst() {
        FileShare share = share();

        assertThat(share.version()).isZero();
        assertThat(share.files()).isEmpty();
        assertThat(share.fetch("models/none", folder.resolve("none"))).isFalse();
        share.delete("models/none");
        assertThat(share.files()).isEmpty();
    }

    @Test
    public void givesBackWhatWasPutWhateverItsSize() throws IOException {
        FileShare share = share();
        for (int size : new int[] {0, 1, 1 << 20, (3 << 20) + 17}) {
            byte[] contents = new byte[size];
            new Random(size).nextBytes(contents);
            share.put("models/" + size, "digest-" + size, file(contents));

            Path target = folder.resolve("target");
            assertThat(share.fetch("models/" + size, target)).isTrue();
            assertThat(Files.readAllBytes(target)).isEqualTo(contents);
        }
        assertThat(share.files()).hasSize(4).containsEntry("models/1", "digest-1");
    }

    @Test
    public void aLaterFileTakesTheFormerOnesPlace() throws IOException {
        FileShare share = share();
        share.put("models/serving", "old", file(new byte[2 << 20]));
        share.put("models/serving", "new", file(new byte[] {7}));

        Path target = folder.resolve("target");
        assertThat(share.files()).isEqualTo(Map.of("models/serving", "new"));
        assertThat(share.fetch("models/serving", target)).isTrue();
        assertThat(target).hasBinaryContent(new byte[] {7});
    }

    @Test
    public void versionGrowsWithEveryChangeAndNothingElse() throws IOException {
        FileShare share = share();
        long empty = share.version();
        share.put("keys/one", "1", file(new byte[] {1}));
        long added = share.version();
        share.fetch("keys/one", folder.resolve("target"));
        share.delete("keys/none");
        assertThat(share.version()).isEqualTo(added).isGreaterThan(empty);

        share.delete("keys/one");

        assertThat(share.version()).isGreaterThan(added);
        assertThat(share.files()).isEmpty();
        assertThat(share.fetch("keys/one", folder.resolve("target"))).isFalse();
    }

    private Path file(byte[] contents) throws IOException {
        return Files.write(folder.resolve("source"), contents);
    }
}
