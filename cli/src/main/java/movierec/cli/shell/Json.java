package movierec.cli.shell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/** Prints what {@code --json} asks for. Values are maps, lists, texts, numbers and truth values. */
public final class Json {
    private Json() {}

    public static void print(Object value, PrintWriter out) {
        out.println(text(value));
    }

    /** A record of texts, numbers and lists as a map, in the order of its components. */
    public static Map<String, Object> fields(Record value) {
        return new ObjectMapper().convertValue(value, new TypeReference<LinkedHashMap<String, Object>>() {});
    }

    public static String text(Object value) {
        try {
            return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value);
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException("Not to be written as JSON: " + value.getClass(), failure);
        }
    }
}
