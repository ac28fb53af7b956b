package movierec.catalogue.tmdb;

import java.util.Locale;

/** What came of one request. */
enum Outcome {
    OK,
    NOT_MODIFIED,
    NOT_FOUND,
    RATE_LIMITED,
    /** The request or the credential is not accepted. */
    REFUSED,
    /** No answer, a torn one, or a failure of the server. */
    ERROR,
    TIMEOUT,
    /** An answer that is not what TMDB promises. */
    UNDECODABLE;

    /** The word used in metrics. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
