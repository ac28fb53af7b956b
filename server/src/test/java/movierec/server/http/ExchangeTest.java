package movierec.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class ExchangeTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";

    @Test
    void keepsAGoodRequestId() {
        String longest = "x".repeat(128);
        assertThat(exchange("aZ0._-", "").requestId()).isEqualTo("aZ0._-");
        assertThat(exchange(longest, "").requestId()).isEqualTo(longest);
    }

    @Test
    void replacesWhatCouldForgeLogLines() {
        for (String bad : List.of("", "a b", "a\nb", "ä", "x".repeat(129), "<script>", "a\"b")) {
            assertThat(exchange(bad, "").requestId()).matches("[0-9a-f-]{36}");
        }
    }

    @Test
    void readsATraceparent() {
        for (String header :
                List.of("00-" + TRACE + "-" + SPAN + "-01", "cc-" + TRACE + "-" + SPAN + "-01-what-the-future-adds")) {
            assertThat(exchange("", header).traceId()).isEqualTo(TRACE);
            assertThat(exchange("", header).spanId()).isEqualTo(SPAN);
        }
    }

    @Test
    void ignoresAnInvalidTraceparent() {
        for (String header : List.of(
                "",
                "00-" + "0".repeat(32) + "-" + SPAN + "-01",
                "00-" + TRACE + "-" + "0".repeat(16) + "-01",
                "00-" + TRACE.toUpperCase(Locale.ROOT) + "-" + SPAN + "-01",
                "ff-" + TRACE + "-" + SPAN + "-01",
                "00-" + TRACE + "-" + SPAN + "-01-more",
                "00-" + TRACE + "-" + SPAN + "-0x",
                "00_" + TRACE + "-" + SPAN + "-01")) {
            assertThat(exchange("", header).traceId()).as(header).isEmpty();
        }
    }

    private static Exchange exchange(String requestId, String traceparent) {
        return new Exchange(requestId, traceparent, "127.0.0.1", 0);
    }
}
