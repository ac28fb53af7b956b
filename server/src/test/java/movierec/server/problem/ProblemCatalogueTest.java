package movierec.server.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every problem that can be answered is documented, and nothing else is. */
final class ProblemCatalogueTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| (\\d{3}) \\|");
    private static final Pattern REFUSAL =
            Pattern.compile("new (?:Refusal\\.)?(?:Invalid|Conflict|Forbidden)\\(\\s*\"([a-z-]+)\"");
    private static final Pattern FIXED = Pattern.compile("super\\(\"([a-z-]+)\", message\\)");

    @Test
    void documentsExactlyTheCodesThereAre() throws IOException {
        Set<String> codes = new TreeSet<>(Set.of("malformed-json", "invalid-body", "invalid-parameter"));
        Stream.of(ProblemType.values()).map(ProblemType::code).forEach(codes::add);
        for (Path source : sources()) {
            String text = Files.readString(source);
            collect(REFUSAL.matcher(text), codes);
            if (source.endsWith("Refusal.java")) {
                collect(FIXED.matcher(text), codes);
            }
        }

        assertThat(catalogue().keySet()).isEqualTo(codes);
    }

    @Test
    void documentsTheRightStatus() throws IOException {
        Map<String, Integer> catalogue = catalogue();
        for (ProblemType type : ProblemType.values()) {
            assertThat(catalogue).containsEntry(type.code(), type.status());
        }
    }

    private static Map<String, Integer> catalogue() throws IOException {
        Map<String, Integer> catalogue = new TreeMap<>();
        ROW.matcher(Files.readString(root().resolve("docs/problems.md")))
                .results()
                .forEach(row -> catalogue.put(row.group(1), Integer.parseInt(row.group(2))));
        return catalogue;
    }

    private static void collect(Matcher matcher, Set<String> codes) {
        matcher.results().forEach(found -> codes.add(found.group(1)));
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(root())) {
            return files.filter(path -> path.toString().contains("/src/main/java/")
                            && path.toString().endsWith(".java"))
                    .toList();
        }
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("core/src/main"))) {
            folder = folder.getParent();
        }
        return Objects.requireNonNull(folder, "Not inside the repository");
    }
}
