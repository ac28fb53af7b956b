package movierec.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LowPriorityTest {
    @TempDir
    private Path folder;

    @Test
    void usesNiceWhereThePathHasIt() throws Exception {
        Path nice = Files.createFile(folder.resolve("nice"));
        assertThat(nice.toFile().setExecutable(true)).isTrue();

        assertThat(LowPriority.prefix(Map.of("PATH", "/nowhere" + File.pathSeparator + folder)))
                .containsExactly("nice", "-n", "19");
    }

    @Test
    void doesWithoutItElsewhere() throws Exception {
        Files.createDirectory(folder.resolve("other"));

        assertThat(LowPriority.prefix(Map.of("PATH", folder.toString()))).isEmpty();
        assertThat(LowPriority.prefix(Map.of("PATH", ""))).isEmpty();
        assertThat(LowPriority.prefix(Map.of())).isEmpty();
    }
}
