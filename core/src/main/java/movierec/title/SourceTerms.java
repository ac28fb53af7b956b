package movierec.title;

import java.time.Duration;
import java.time.Instant;

/** What a source's terms demand of whoever keeps its facts. */
public final class SourceTerms {
    /** TMDB's terms of use, 1.B: nothing may be cached for more than six months. */
    private static final Duration TMDB_MAX_AGE = Duration.ofDays(180);

    public static final String TMDB = "tmdb";

    private SourceTerms() {}

    /** From then on facts learned at {@code fetchedAt} must not be served; {@link Instant#MAX} when there is no such moment. */
    public static Instant expiry(String source, Instant fetchedAt) {
        return source.equals(TMDB) ? fetchedAt.plus(TMDB_MAX_AGE) : Instant.MAX;
    }

    public static boolean maySay(String source, Instant fetchedAt, Instant now) {
        return now.isBefore(expiry(source, fetchedAt));
    }
}
