package movierec.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reference file, the code that reads it and the documents agree. */
class ReferenceTest {
    private static final Path RESOURCE = Path.of("src/main/resources/movierec/reference.properties");
    private static final Path READER = Path.of("src/main/java/movierec/app/ConfigLoader.java");

    @Test
    void readsEverySettingThatTheReferenceLists(@TempDir Path data) throws IOException {
        String reader = Files.readString(READER);
        List<String> keys = ConfigLoader.defaults(data, Map.of()).entries().stream()
                .map(Config.Entry::key)
                .toList();

        assertThat(keys)
                .hasSizeGreaterThan(20)
                .allMatch(key -> reader.contains('"' + key.substring("movierec.".length()) + '"'));
    }

    @Test
    void listsEverySettingThatIsRead() throws IOException {
        String reference = Files.readString(RESOURCE);
        Stream<String> read = Pattern.compile("settings\\.(?:text|flag|number|oneOf|list)\\(\\s*\"([^\"]+)\"")
                .matcher(Files.readString(READER))
                .results()
                .map(result -> result.group(1));

        assertThat(read).hasSizeGreaterThan(20).allMatch(key -> reference.contains("\nmovierec." + key + "="));
    }

    @Test
    void explainsEverySetting() throws IOException {
        List<String> lines = Files.readAllLines(RESOURCE);
        for (int line = 1; line < lines.size(); line++) {
            if (lines.get(line).startsWith("movierec.")) {
                assertThat(lines.get(line - 1)).as(lines.get(line)).startsWith("#");
            }
        }
    }
}
