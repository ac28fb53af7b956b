package movierec.catalogue.tmdb;

import java.time.Duration;

/** Is told about every call to TMDB. Thread-safe; must not throw. */
public interface TmdbMeter {
    /** Counts nothing. */
    TmdbMeter NONE = new TmdbMeter() {
        @Override
        public void call(String endpoint, String outcome, Duration took) {}

        @Override
        public void rateLimited() {}
    };

    /**
     * A request was sent and this came of it.
     *
     * @param endpoint template of the path, such as {@code /movie/{id}}
     * @param outcome {@code ok, not_modified, not_found, rate_limited, refused, error, timeout} or {@code undecodable}
     * @param took from sending to the last byte, waiting for a turn not included
     */
    void call(String endpoint, String outcome, Duration took);

    /** TMDB said that it was asked too often. */
    void rateLimited();
}
