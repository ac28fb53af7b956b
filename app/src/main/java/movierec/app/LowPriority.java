package movierec.app;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Lets long work of a child process yield to whatever else wants the processor. */
final class LowPriority {
    private LowPriority() {}

    /** What to put before a command; nothing where the system has no {@code nice}, as on Windows. */
    static List<String> prefix(Map<String, String> environment) {
        boolean hasNice = Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "nice")));
        return hasNice ? List.of("nice", "-n", "19") : List.of();
    }
}
