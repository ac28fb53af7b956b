package movierec.catalogue.tmdb;

import java.time.Duration;

/** What TMDB answered, where it did. */
sealed interface TmdbAnswer {
    /**
     * @param etag names this state of the answer, or empty
     * @param maxAge how long the answer may be used again without asking
     */
    record Body(Row row, String etag, Duration maxAge) implements TmdbAnswer {}

    /** The answer with the sent etag still stands. */
    record NotModified() implements TmdbAnswer {}

    /** There is no such thing. */
    record NotFound() implements TmdbAnswer {}
}
