package movierec.postgres;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import movierec.failure.OutsideFailure;
import movierec.title.TitleId;

/** Records as JSON columns. A field that an older release did not write reads as its absence: empty list, "" or 0. */
final class Documents {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // What a record computes is no part of it.
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .withConfigOverride(
                    List.class, override -> override.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .withConfigOverride(
                    String.class, override -> override.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .addModule(new SimpleModule()
                    .addSerializer(TitleId.class, ToStringSerializer.instance)
                    .addDeserializer(TitleId.class, new TitleIdDeserializer())
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addDeserializer(Instant.class, new InstantDeserializer()))
            .build();

    private Documents() {}

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException bug) {
            throw new IllegalArgumentException("Cannot be written as JSON: " + value.getClass(), bug);
        }
    }

    static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException damaged) {
            damaged.clearLocation(); // it would quote the document
            throw new OutsideFailure(
                    PostgresDatabase.SYSTEM, "a stored " + type.getSimpleName() + " is damaged", false, damaged);
        }
    }

    private static final class TitleIdDeserializer extends StdDeserializer<TitleId> {
        private static final long serialVersionUID = 1L;

        TitleIdDeserializer() {
            super(TitleId.class);
        }

        @Override
        public TitleId deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return TitleId.parse(parser.getText())
                    .orElseThrow(() -> context.weirdStringException("", TitleId.class, "no title id"));
        }
    }

    private static final class InstantDeserializer extends StdDeserializer<Instant> {
        private static final long serialVersionUID = 1L;

        InstantDeserializer() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return Instant.parse(parser.getText());
        }
    }
}
