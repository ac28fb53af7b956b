package movierec.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import movierec.failure.Refusal;
import movierec.identity.UserId;
import movierec.server.json.Body;
import movierec.server.json.Faults;
import movierec.server.json.Json;
import movierec.server.json.Parameters;
import movierec.server.problem.ProblemType;
import movierec.server.problem.RequestRefused;

/**
 * A request as an endpoint sees it. Read everything that is needed from {@link #query()} and {@link #body()}, then call
 * {@link #check()}, then act. Not thread-safe.
 */
public final class Call {
    private final Context context;
    private final HttpServletRequest request;
    private final Exchange exchange;
    private final int maxBodyBytes;
    private final Faults faults = new Faults();

    Call(Context context, Exchange exchange, int maxBodyBytes) {
        this.context = context;
        this.request = context.req();
        this.exchange = exchange;
        this.maxBodyBytes = maxBodyBytes;
    }

    public Caller caller() {
        return exchange.caller();
    }

    /**
     * Whose data this is about: the signed-in user, or the user an app names in {@code X-User-Id}, who can be no account
     * and no other app's user.
     */
    public UserId user() {
        return switch (exchange.caller()) {
            case Caller.Anonymous ignored -> throw new Refusal.Unauthenticated("Not authenticated");
            case Caller.User user -> user.id();
            case Caller.App app -> app.user(header("X-User-Id"));
        };
    }

    /** A part of the path, such as {@code id} of {@code /api/titles/{id}}; decoded. */
    public String path(String name) {
        return context.pathParam(name);
    }

    public Parameters query() {
        return Parameters.parse(queryString(), faults);
    }

    /** The query as it was sent, still encoded; empty when there is none. */
    public String queryString() {
        return Objects.requireNonNullElse(request.getQueryString(), "");
    }

    /** The body as a JSON object. */
    public Body body() {
        return Body.of(json(), faults);
    }

    /** The objects of a body that is one object or an array of them. */
    public List<Body> bodies(int maxItems) {
        return Body.listOf(json(), maxItems, faults);
    }

    private JsonNode json() {
        requireType("application/json", "application/merge-patch+json");
        return Json.read(bytes());
    }

    /** The body as an HTML form. */
    public Parameters form() {
        requireType("application/x-www-form-urlencoded");
        return Parameters.parse(new String(bytes(), StandardCharsets.UTF_8), faults);
    }

    /** The body as it is, up to the route's limit. */
    public byte[] bytes() {
        return BodyReader.read(request, maxBodyBytes);
    }

    /** A header's value, or empty. */
    public String header(String name) {
        return Objects.requireNonNullElse(request.getHeader(name), "");
    }

    public String clientAddress() {
        return exchange.clientAddress();
    }

    public String requestId() {
        return exchange.requestId();
    }

    /** The path that was called, without the query: a route's own path or one of its aliases. */
    public String calledPath() {
        return request.getRequestURI();
    }

    /** Whether the client's copy has this tag, so that {@link Answer#notModified} is the answer. */
    public boolean hasCopy(String entityTag) {
        return EntityTag.matches(header("If-None-Match"), entityTag);
    }

    /** Refuses the change when {@code If-Match} was sent and names another state. */
    public void requireMatch(String entityTag) {
        String wanted = header("If-Match");
        if (!wanted.isEmpty() && !EntityTag.matches(wanted, entityTag)) {
            throw new Refusal.Stale("It was changed in the meantime; read it again");
        }
    }

    /** Ends the request here if anything read so far was wrong. */
    public void check() {
        faults.check();
    }

    private void requireType(String... accepted) {
        String type = Objects.requireNonNullElse(request.getContentType(), "");
        int semicolon = type.indexOf(';');
        String bare = (semicolon < 0 ? type : type.substring(0, semicolon)).strip();
        for (String one : accepted) {
            if (bare.equalsIgnoreCase(one)) {
                return;
            }
        }
        throw new RequestRefused(
                ProblemType.UNSUPPORTED_MEDIA_TYPE,
                "The body must be " + accepted[0] + (bare.isEmpty() ? "; no Content-Type was sent" : ", not " + bare),
                Map.of("Accept", String.join(", ", accepted)));
    }
}
