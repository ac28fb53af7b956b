package movierec.server.http;

import java.util.UUID;

/**
 * One request on its way through the server: its identity from the first byte on, and what later layers find out, for the
 * log and the metrics. Owned by the request's thread.
 */
public final class Exchange {
    /** Name of the request attribute that holds it. */
    public static final String ATTRIBUTE = "movierec.exchange";

    /** The route of requests that matched none. */
    public static final String UNMATCHED = "UNMATCHED";

    private final String requestId;
    private final String traceId;
    private final String spanId;
    private final String clientAddress;
    private final long startedNanos;
    private String route = UNMATCHED;
    private Caller caller = Caller.NOBODY;

    /**
     * @param sentRequestId the client's {@code X-Request-ID}, or empty
     * @param traceparent the W3C header, or empty
     */
    public Exchange(String sentRequestId, String traceparent, String clientAddress, long startedNanos) {
        this.requestId =
                isRequestId(sentRequestId) ? sentRequestId : UUID.randomUUID().toString();
        boolean traced = isTraceparent(traceparent);
        this.traceId = traced ? traceparent.substring(3, 35) : "";
        this.spanId = traced ? traceparent.substring(36, 52) : "";
        this.clientAddress = clientAddress;
        this.startedNanos = startedNanos;
    }

    private static boolean isRequestId(String text) {
        if (text.isEmpty() || text.length() > 128) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letterOrDigit = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!letterOrDigit && c != '.' && c != '_' && c != '-') {
                return false;
            }
        }
        return true;
    }

    /** {@code 00-{32 hex}-{16 hex}-{2 hex}}; later versions may add to the end, version ff and zero ids are invalid. */
    private static boolean isTraceparent(String text) {
        if (text.length() < 55 || (text.length() > 55 && (text.startsWith("00") || text.charAt(55) != '-'))) {
            return false;
        }
        return isHex(text, 0, 2)
                && text.charAt(2) == '-'
                && isHex(text, 3, 35)
                && text.charAt(35) == '-'
                && isHex(text, 36, 52)
                && text.charAt(52) == '-'
                && isHex(text, 53, 55)
                && !text.startsWith("ff")
                && !isZero(text, 3, 35)
                && !isZero(text, 36, 52);
    }

    private static boolean isHex(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isZero(String text, int from, int to) {
        return text.substring(from, to).chars().allMatch(c -> c == '0');
    }

    public String requestId() {
        return requestId;
    }

    /** W3C trace id of the caller, or empty. */
    public String traceId() {
        return traceId;
    }

    /** W3C id of the caller's span, or empty. */
    public String spanId() {
        return spanId;
    }

    /** The client's address as far as trusted proxies tell it. */
    public String clientAddress() {
        return clientAddress;
    }

    /** Monotonic time at which the request was first seen. */
    public long startedNanos() {
        return startedNanos;
    }

    /** The matched template, never the path itself. */
    public String route() {
        return route;
    }

    public void matched(String template) {
        route = template;
    }

    public Caller caller() {
        return caller;
    }

    public void calledBy(Caller known) {
        caller = known;
    }
}
