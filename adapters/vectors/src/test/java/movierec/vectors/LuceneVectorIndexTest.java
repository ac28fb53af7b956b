package movierec.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import movierec.testkit.vector.VectorIndexContract;
import movierec.testkit.vector.Vectors;
import movierec.title.TitleId;
import movierec.vector.VectorIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LuceneVectorIndexTest extends VectorIndexContract {
    @TempDir
    Path folder;

    @Override
    protected VectorIndex open(int dimensions) {
        return LuceneVectorIndex.open(dimensions, folder);
    }

    @Override
    protected double recall() {
        return 0.98;
    }

    @Test
    void clearsAwayWhatItAndWhatKilledProcessesLeft() throws IOException {
        // No system gives its processes numbers of this size.
        Files.createDirectories(folder.resolve("graph-99999999999-123/deep"));
        Files.writeString(folder.resolve("graph-99999999999-123/deep/file"), "left");
        Files.createDirectories(folder.resolve("somebody-else"));

        VectorIndex index = open(2);
        index.put(List.of(Vectors.of(TitleId.movie(1), 1, 0)));
        assertThat(folder.resolve("graph-99999999999-123")).doesNotExist();
        index.close();

        assertThat(folder).isDirectoryNotContaining("glob:**graph-*");
        assertThat(folder.resolve("somebody-else")).exists();
    }
}
