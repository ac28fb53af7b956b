package movierec.faketmdb;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32C;

/** What is sent back. The bytes are not copied: nobody changes them. */
record Answer(int status, Map<String, String> headers, byte[] body) {
    Answer {
        headers = Map.copyOf(headers);
    }

    static Answer json(int status, String text) {
        return new Answer(
                status,
                Map.of("Content-Type", "application/json;charset=utf-8"),
                text.getBytes(StandardCharsets.UTF_8));
    }

    static Answer html(int status, String text) {
        return new Answer(status, Map.of("Content-Type", "text/html"), text.getBytes(StandardCharsets.UTF_8));
    }

    static Answer of(JsonNode body, Duration maxAge) {
        return json(200, body.toString()).with("Cache-Control", "public, max-age=" + maxAge.toSeconds());
    }

    Answer with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, body);
    }

    /** Names the body, so that it need not be sent twice. */
    Answer tagged(String weakness) {
        CRC32C sum = new CRC32C();
        sum.update(body);
        return with("ETag", weakness + "\"%08x%x\"".formatted(sum.getValue(), body.length));
    }

    /** @param known the ETag that the client has, or empty */
    Answer unless(String known) {
        return !known.isEmpty() && known.equals(headers.get("ETag")) ? new Answer(304, headers, new byte[0]) : this;
    }
}
