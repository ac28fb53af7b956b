package movierec.server.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import movierec.server.json.Json;

/**
 * What an endpoint answers. Unless it says otherwise an answer is not cached.
 *
 * @param entityTag of {@link EntityTag}, or empty; a client that has it already gets 304 and no body
 */
public record Answer(int status, Content content, Caching caching, String entityTag, Map<String, String> headers) {
    public static final String JSON = "application/json";

    /** The body of an answer. */
    public sealed interface Content {}

    /** Bytes that are ready. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    public record Bytes(String contentType, byte[] bytes) implements Content {}

    /** A long body that is written piece by piece. */
    public record Stream(String contentType, Writing writing) implements Content {}

    /** Writes a body. */
    @FunctionalInterface
    public interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private static final Content NOTHING = new Bytes("", new byte[0]);

    public Answer {
        headers = Map.copyOf(headers);
    }

    /** 200 with a record, map, list or tree as JSON. */
    public static Answer ok(Object body) {
        return json(200, body);
    }

    /** 201 with JSON. */
    public static Answer created(Object body) {
        return json(201, body);
    }

    public static Answer json(int status, Object body) {
        return bytes(status, JSON, Json.bytes(body));
    }

    public static Answer noContent() {
        return new Answer(204, NOTHING, Caching.NEVER, "", Map.of());
    }

    /** 304: the client's copy is still good. */
    public static Answer notModified(String entityTag, Caching caching) {
        return new Answer(304, NOTHING, caching, entityTag, Map.of());
    }

    public static Answer bytes(int status, String contentType, byte[] bytes) {
        return new Answer(status, new Bytes(contentType, bytes), Caching.NEVER, "", Map.of());
    }

    public static Answer text(String contentType, String text) {
        return bytes(200, contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    public static Answer stream(String contentType, Writing writing) {
        return new Answer(200, new Stream(contentType, writing), Caching.NEVER, "", Map.of());
    }

    public static Answer redirect(String location) {
        return new Answer(302, NOTHING, Caching.NEVER, "", Map.of("Location", location));
    }

    public Answer cached(Caching newCaching) {
        return new Answer(status, content, newCaching, entityTag, headers);
    }

    public Answer cached(Caching newCaching, String newEntityTag) {
        return new Answer(status, content, newCaching, newEntityTag, headers);
    }

    public Answer header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, content, caching, entityTag, more);
    }
}
