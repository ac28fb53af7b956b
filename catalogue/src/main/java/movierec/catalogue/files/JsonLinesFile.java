package movierec.catalogue.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Reads a file that has one JSON object on each line. A line that is none costs only itself. */
final class JsonLinesFile {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** How an object in a list is named. */
    private static final List<String> NAMES = List.of("name", "title", "label", "id");

    private final int maxRowBytes;
    private final RowReader reader;

    private JsonLinesFile(int maxRowBytes, RowReader reader) {
        this.maxRowBytes = maxRowBytes;
        this.reader = reader;
    }

    static void read(Path path, int maxRowBytes, RowReader reader) throws IOException {
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            new JsonLinesFile(maxRowBytes, reader).lines(stream);
        }
    }

    private void lines(InputStream stream) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long number = 1;
        boolean isTooLong = false;
        for (int next = stream.read(); next >= 0; next = stream.read()) {
            if (next == 0) {
                throw new BrokenFile("is not a text file");
            }
            if (next == '\n') {
                line(number, line.toByteArray(), isTooLong);
                number++;
                line.reset();
                isTooLong = false;
            } else if (line.size() < maxRowBytes) {
                line.write(next);
            } else {
                isTooLong = true;
            }
        }
        line(number, line.toByteArray(), isTooLong);
    }

    private void line(long number, byte[] bytes, boolean isTooLong) {
        if (isTooLong) {
            reader.skipped(number, "the line is longer than " + maxRowBytes + " bytes");
            return;
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()
                    .replace("\uFEFF", "")
                    .strip();
            if (text.isEmpty()) {
                return;
            }
            JsonNode node = MAPPER.readTree(text);
            if (node.isObject()) {
                reader.row(number, facts(node));
            } else {
                reader.skipped(number, "the line is no JSON object");
            }
        } catch (CharacterCodingException notUtf8) {
            reader.skipped(number, "the line is not UTF-8");
        } catch (JsonProcessingException broken) {
            reader.skipped(number, "the line is no JSON object");
        }
    }

    private static Facts facts(JsonNode object) {
        Facts facts = new Facts();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (field.getValue().isArray()) {
                field.getValue().forEach(element -> facts.add(field.getKey(), text(element)));
            } else {
                facts.add(field.getKey(), text(field.getValue()));
            }
        }
        return facts;
    }

    private static String text(JsonNode value) {
        if (value.isObject()) {
            return NAMES.stream()
                    .map(name -> value.path(name).asText(""))
                    .filter(text -> !text.isBlank())
                    .findFirst()
                    .orElse("");
        }
        return value.asText("");
    }
}
