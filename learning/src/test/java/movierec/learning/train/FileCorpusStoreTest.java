package movierec.learning.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import movierec.failure.OutsideFailure;
import movierec.model.CorpusStore;
import movierec.model.RatingCorpus;
import movierec.testkit.model.Checkerboard;
import movierec.testkit.model.CorpusStoreContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCorpusStoreTest extends CorpusStoreContract {
    @TempDir
    private Path folder;

    @Override
    protected CorpusStore corpora() {
        return new FileCorpusStore(folder);
    }

    @Test
    void aDamagedFileGivesNoRatingAtAll() throws IOException {
        corpora().save(new Checkerboard(10).corpus("board"));
        Path file = onlyFile();
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 20] ^= 1;
        Files.write(file, bytes);
        RatingCorpus corpus = corpora().all().getFirst();

        assertThatThrownBy(() -> corpus.forEach((user, titleId, rating, second) -> {
                    throw new AssertionError("a rating was handed out");
                }))
                .isInstanceOf(OutsideFailure.class)
                .hasMessageContaining("import it again");
    }

    @Test
    void aFileCutShortIsNamed() throws IOException {
        corpora().save(new Checkerboard(10).corpus("board"));
        Path file = onlyFile();
        Files.write(file, List.of("short"));

        assertThatThrownBy(() -> corpora().all())
                .isInstanceOf(OutsideFailure.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void aFailedSaveLeavesNoTemporaryFile() throws IOException {
        assertThatThrownBy(() -> corpora().save(new RatingCorpus() {
                    @Override
                    public String name() {
                        return "broken";
                    }

                    @Override
                    public void forEach(Visitor visitor) {
                        throw new IllegalStateException("the source broke");
                    }
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(folder.toFile().list()).containsExactly(".lock");
    }

    private Path onlyFile() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".corpus"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
