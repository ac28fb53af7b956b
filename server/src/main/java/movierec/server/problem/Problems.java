package movierec.server.problem;

import java.time.Duration;
import java.util.Map;
import movierec.failure.OutsideFailure;
import movierec.failure.Refusal;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever ended a request into a {@link Problem}; the only place that knows which failure is which status. */
public final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final Duration SOON = Duration.ofSeconds(5);

    private Problems() {}

    /** Logs what is nobody's mistake but ours; the answer never shows its message. */
    public static Problem of(Throwable failure) {
        return switch (failure) {
            case Refusal refusal -> of(refusal);
            case RequestRefused refused -> refused.problem();
            case OutsideFailure outside -> of(outside);
            case HttpException http -> of(http, failure);
            default -> internal(failure);
        };
    }

    /** A problem for an HTTP status that the server's lower layers chose. */
    public static Problem ofStatus(int status, String detail) {
        ProblemType type = ProblemType.ofStatus(status);
        return Problem.of(type, detail.isEmpty() ? type.title() : detail);
    }

    public static Problem overloaded() {
        return Problem.of(ProblemType.OVERLOADED, "Too many requests are under way; try again in a moment")
                .with(retryAfter(Duration.ofSeconds(1)));
    }

    public static Problem notFound(String path) {
        return Problem.of(ProblemType.NOT_FOUND, "There is nothing at " + path);
    }

    public static Problem methodNotAllowed(String method, String allowed) {
        return Problem.of(ProblemType.METHOD_NOT_ALLOWED, method + " is not possible here, but " + allowed)
                .with(Map.of("Allow", allowed));
    }

    private static Problem of(HttpException http, Throwable failure) {
        return http.getCode() < 500 ? ofStatus(http.getCode(), "") : internal(failure);
    }

    private static Problem of(Refusal refusal) {
        String code = refusal.code();
        String reason = refusal.reason();
        return switch (refusal) {
            case Refusal.Invalid invalid -> Problem.of(code, 400, reason).because(invalid.faults());
            case Refusal.Unauthenticated ignored ->
                Problem.of(code, 401, reason).with(Map.of("WWW-Authenticate", "Bearer"));
            case Refusal.Forbidden ignored -> Problem.of(code, 403, reason);
            case Refusal.NotFound ignored -> Problem.of(code, 404, reason);
            case Refusal.Conflict ignored -> Problem.of(code, 409, reason);
            case Refusal.Stale ignored -> Problem.of(code, 412, reason);
            case Refusal.TooMany tooMany -> Problem.of(code, 429, reason).with(retryAfter(tooMany.retryAfter()));
            case Refusal.NotReady notReady -> Problem.of(code, 503, reason).with(retryAfter(notReady.retryAfter()));
        };
    }

    private static Problem of(OutsideFailure failure) {
        LOG.error("{} failed", failure.system(), failure);
        return failure.retryable()
                ? Problem.of(ProblemType.UNAVAILABLE, "Something this needs does not answer; try again in a moment")
                        .with(retryAfter(SOON))
                : internalAnswer();
    }

    private static Problem internal(Throwable failure) {
        LOG.error("A request failed", failure);
        return internalAnswer();
    }

    private static Problem internalAnswer() {
        return Problem.of(
                ProblemType.INTERNAL_ERROR, "Something went wrong here; the requestId finds it in the server's log");
    }

    private static Map<String, String> retryAfter(Duration duration) {
        return Map.of(
                "Retry-After",
                Long.toString(Math.max(1, duration.plusMillis(999).toSeconds())));
    }
}
