package movierec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The documents speak of what is there. */
class DocumentsTest {
    private static final Path ROOT = repository();

    @ParameterizedTest
    @CsvSource({"docs/walkthrough.md, 20", "docs/features.md, 100", "docs/architecture.md, 10"})
    void namesOnlyClassesThatExist(String document, int atLeast) throws IOException {
        Set<String> classes = classes();

        assertThat(Pattern.compile("`(?:[a-z]+/)?([A-Z][a-z]+[A-Za-z0-9]*)(?:[.][A-Za-z]+)?`")
                        .matcher(Files.readString(ROOT.resolve(document)))
                        .results()
                        .map(result -> result.group(1))
                        .distinct())
                .hasSizeGreaterThan(atLeast)
                .allMatch(classes::contains);
    }

    @Test
    void linksOnlyFilesThatExist() throws IOException {
        assertThat(Pattern.compile("\\]\\((?!http)([^)#]+)\\)")
                        .matcher(Files.readString(ROOT.resolve("README.md")))
                        .results()
                        .map(result -> result.group(1)))
                .isNotEmpty()
                .allMatch(link -> Files.exists(ROOT.resolve(link)));
    }

    private static Set<String> classes() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith(".java") && !file.contains("/target/"))
                    .map(file -> file.substring(file.lastIndexOf('/') + 1, file.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }

    private static Path repository() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("movierec"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
