package movierec.server.json;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import movierec.failure.Refusal;
import movierec.identity.UserId;
import movierec.title.TitleId;

/** JSON as it goes over the wire: instants in ISO 8601, ids as their text, strict in what is read. */
public final class Json {
    private static final int MAX_DEPTH = 32;
    private static final int MAX_DETAIL_LENGTH = 200;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(64)
                            .maxNameLength(256)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addSerializer(LocalDate.class, ToStringSerializer.instance)
                    .addSerializer(UserId.class, ToStringSerializer.instance)
                    .addSerializer(TitleId.class, ToStringSerializer.instance))
            .build();

    private Json() {}

    /** Writes records, maps, lists and trees. */
    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot be written as JSON: " + value.getClass(), e);
        }
    }

    /** Writes token by token: the fast way, for the busiest answers. */
    public static byte[] written(Writing writing) {
        ByteArrayBuilder out = new ByteArrayBuilder(8 * 1024);
        try (JsonGenerator json = MAPPER.getFactory().createGenerator(out, JsonEncoding.UTF8)) {
            writing.to(json);
        } catch (IOException e) {
            throw new IllegalStateException("Memory cannot fail to be written", e);
        }
        return out.toByteArray();
    }

    /** Writes one JSON value. */
    @FunctionalInterface
    public interface Writing {
        void to(JsonGenerator json) throws IOException;
    }

    /** The value as a tree, for merging and for tests. */
    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /**
     * Reads one JSON value in strict UTF-8.
     *
     * @throws Refusal.Invalid with code {@code malformed-json}: syntax, duplicate names, trailing text, too deep, not UTF-8
     */
    public static JsonNode read(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.isBlank()) {
                throw malformed("the body is empty");
            }
            return MAPPER.readTree(text);
        } catch (CharacterCodingException e) {
            throw malformed("the body is not valid UTF-8");
        } catch (JsonProcessingException e) {
            throw malformed(describe(e));
        }
    }

    private static String describe(JsonProcessingException e) {
        String message = String.valueOf(e.getOriginalMessage());
        String cut = message.length() <= MAX_DETAIL_LENGTH ? message : message.substring(0, MAX_DETAIL_LENGTH);
        return e.getLocation() == null
                ? cut
                : "line %d, column %d: %s"
                        .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr(), cut);
    }

    private static Refusal.Invalid malformed(String why) {
        return new Refusal.Invalid("malformed-json", List.of(Refusal.Fault.pointer("", why)));
    }
}
