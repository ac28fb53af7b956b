package movierec.catalogue.tmdb;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Answers of the real TMDB, where they lie beside the repository. */
final class RecordedBodies {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RecordedBodies() {}

    /** A recorded answer; the test is skipped where there is none. */
    static JsonNode read(String file) {
        return parsed(folder().resolve("c-eg_themoviedbapi").resolve(file + ".json"));
    }

    /** The bytes of a recorded error. */
    static byte[] error(String file) {
        try {
            return Files.readAllBytes(folder().resolve("errors").resolve(file + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answers to GET that the official document gives as examples, for a path such as {@code /3/movie/popular}. */
    static List<JsonNode> examples(String path) {
        JsonNode document = parsed(folder().resolve("openapi/tmdb-api.json"));
        JsonNode content = document.path("paths")
                .path(path)
                .path("get")
                .path("responses")
                .path("200")
                .path("content");
        List<JsonNode> examples = new ArrayList<>();
        for (Iterator<Map.Entry<String, JsonNode>> all =
                        content.path("application/json").path("examples").fields();
                all.hasNext(); ) {
            JsonNode value = all.next().getValue().path("value");
            examples.add(value.isTextual() ? parsed(value.textValue()) : value);
        }
        return examples;
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parsed(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder of everything recorded; the test is skipped where there is none. */
    static Path folder() {
        Path repository = Path.of("").toAbsolutePath();
        while (repository.getParent() != null && !Files.isDirectory(repository.resolve("core"))) {
            repository = repository.getParent();
        }
        Path folder = repository.resolveSibling("shared").resolve("data/tmdb");
        assumeTrue(Files.isDirectory(folder), "skipped: ../shared/data/tmdb with recorded answers is not here");
        return folder;
    }
}
