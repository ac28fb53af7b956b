package movierec.faketmdb;

import java.time.Duration;

/** Something that goes wrong with an answer. */
public sealed interface Fault {
    Fault RATE_LIMITED = new TmdbFailure(429);
    Fault INTERNAL = new TmdbFailure(500);
    Fault BAD_GATEWAY = new HtmlPage(502);
    Fault MAINTENANCE = new TmdbFailure(503);
    Fault TIMED_OUT = new TmdbFailure(504);
    Fault UNAUTHORIZED = new TmdbFailure(401);

    /** TMDB's own body of that HTTP status: 401, 404, 429, 500, 503 or 504. */
    record TmdbFailure(int status) implements Fault {}

    /** 429 with a header that says when to come back. */
    record RetryAfter(Duration delay, Form form) implements Fault {
        /** The header's two forms. */
        public enum Form {
            SECONDS,
            DATE
        }
    }

    /** A page of the network in front of TMDB. */
    record HtmlPage(int status) implements Fault {}

    /** The right answer, late. */
    record Slow(Duration delay) implements Fault {}

    /** The first half of the right answer; then the connection ends. */
    record CutOff() implements Fault {}

    /** Status 200 and a page that is no JSON. */
    record Garbage() implements Fault {}

    /** No answer until the server closes. */
    record Hang() implements Fault {}

    /** The connection ends without an answer. */
    record Outage() implements Fault {}
}
