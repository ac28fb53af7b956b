package movierec.faketmdb;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The official document and the recorded bodies, which are no part of the product. */
public final class TmdbData {
    private TmdbData() {}

    /** Skips the test where they are not beside the repository. */
    public static Path folder() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw")) && folder.getParent() != null) {
            folder = folder.getParent();
        }
        Path data = folder.resolveSibling("shared").resolve("data").resolve("tmdb");
        assumeTrue(Files.isDirectory(data), "skipped: ../shared/data/tmdb is not here to compare with");
        return data;
    }
}
