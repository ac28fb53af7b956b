package movierec.server.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import movierec.server.json.Json;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

final class JsonLinesTest {
    @Test
    void hasTheAgreedNamesAndStaysOnOneLine() {
        LoggingEvent event = event("two\nlines \"quoted\"", null);
        event.addKeyValuePair(new KeyValuePair("status", 200));
        event.addKeyValuePair(new KeyValuePair("duration_ms", 1.5));
        event.addKeyValuePair(new KeyValuePair("route", "/api/titles/{id}"));

        String line = new String(new JsonLines().encode(event), StandardCharsets.UTF_8);

        assertThat(line).endsWith("\n").hasLineCount(1);
        JsonNode json = Json.read(line.getBytes(StandardCharsets.UTF_8));
        assertThat(json.at("/timestamp").asText()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
        assertThat(json.at("/level").asText()).isEqualTo("WARN");
        assertThat(json.at("/logger").asText()).isEqualTo("movierec.test");
        assertThat(json.at("/message").asText()).isEqualTo("two\nlines \"quoted\"");
        assertThat(json.at("/request_id").asText()).isEqualTo("r-1");
        assertThat(json.at("/trace_id").asText()).isEqualTo("t-1");
        assertThat(json.at("/status").isInt()).isTrue();
        assertThat(json.at("/duration_ms").asDouble()).isEqualTo(1.5);
        assertThat(json.at("/route").asText()).isEqualTo("/api/titles/{id}");
        assertThat(json.has("stack_trace")).isFalse();
    }

    @Test
    void tellsWhatWasThrownAndWhy() {
        LoggingEvent event = event("failed", new IllegalStateException("outer", new RuntimeException("inner")));

        String trace =
                Json.read(new JsonLines().encode(event)).at("/stack_trace").asText();

        assertThat(trace).contains("IllegalStateException: outer", "Caused by: java.lang.RuntimeException: inner");
    }

    @Test
    void unknownLevelsAreRefused() {
        assertThatThrownBy(() -> Logging.configure(Logging.Format.JSON, "loud"))
                .hasMessageContaining("movierec.log.level");
    }

    private static LoggingEvent event(String message, @Nullable Throwable thrown) {
        LoggerContext context = new LoggerContext();
        LoggingEvent event = new LoggingEvent(
                "test", context.getLogger("movierec.test"), Level.WARN, message, thrown, new Object[0]);
        event.setMDCPropertyMap(Map.of("request_id", "r-1", "trace_id", "t-1"));
        return event;
    }
}
