package movierec.server.edge;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/** Which other origins' pages may read our answers, with credentials (PLAT-1). None unless listed. */
final class Cors {
    private static final String EXPOSED = "X-Request-ID, ETag, Link, Retry-After, RateLimit, RateLimit-Policy";
    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String HEADERS =
            "Authorization, Content-Type, Accept, Accept-Language, If-Match, If-None-Match,"
                    + " Idempotency-Key, X-API-Key, X-User-Id, X-Request-ID, traceparent, tracestate";

    private final Set<String> origins;

    /** @throws IllegalArgumentException for {@code *} or what is no origin */
    Cors(List<String> origins) {
        origins.forEach(Cors::check);
        this.origins = Set.copyOf(origins);
    }

    private static void check(String origin) {
        if (origin.equals("*")) {
            throw new IllegalArgumentException(
                    "movierec.cors.origins: * would let every web page act as the user who visits it; list the origins");
        }
        URI uri = URI.create(origin);
        boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        if (!web || uri.getHost() == null || !origin.equals(uri.getScheme() + "://" + uri.getAuthority())) {
            throw new IllegalArgumentException(
                    "movierec.cors.origins: " + origin + " is no origin such as https://movies.example");
        }
    }

    /** Whether answers depend on who asks for them. */
    boolean isUsed() {
        return !origins.isEmpty();
    }

    /** Headers that let an allowed origin read this answer. */
    void allow(HttpFields request, HttpFields.Mutable response) {
        String origin = request.get(HttpHeader.ORIGIN);
        if (origin != null && origins.contains(origin)) {
            response.put("Access-Control-Allow-Origin", origin);
            response.put("Access-Control-Allow-Credentials", "true");
            response.put("Access-Control-Expose-Headers", EXPOSED);
        }
    }

    /** Whether a browser asks beforehand what it may send. */
    static boolean isPreflight(String method, HttpFields request) {
        return method.equals("OPTIONS")
                && request.contains(HttpHeader.ORIGIN)
                && request.contains("Access-Control-Request-Method");
    }

    /** Further headers of the answer to a preflight; none for an origin that is not allowed. */
    void allowPreflight(HttpFields request, HttpFields.Mutable response) {
        String origin = request.get(HttpHeader.ORIGIN);
        if (origin != null && origins.contains(origin)) {
            response.put("Access-Control-Allow-Methods", METHODS);
            response.put("Access-Control-Allow-Headers", HEADERS);
            response.put("Access-Control-Max-Age", "600");
        }
    }
}
