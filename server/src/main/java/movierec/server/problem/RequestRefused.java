package movierec.server.problem;

import java.util.Map;

/** Ends a request for a reason of HTTP itself, such as a body that is too large. */
public final class RequestRefused extends RuntimeException {
    private final ProblemType type;
    private final Map<String, String> headers;

    public RequestRefused(ProblemType type, String detail) {
        this(type, detail, Map.of());
    }

    public RequestRefused(ProblemType type, String detail, Map<String, String> headers) {
        super(detail, null, false, false);
        this.type = type;
        this.headers = Map.copyOf(headers);
    }

    Problem problem() {
        return Problem.of(type, String.valueOf(getMessage())).with(headers);
    }
}
