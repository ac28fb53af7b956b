package movierec.server.metrics;

import java.time.Duration;
import movierec.catalogue.tmdb.TmdbMeter;

/** Tells the metrics what is asked of TMDB. */
public record MeasuredTmdb(Metrics metrics) implements TmdbMeter {
    @Override
    public void call(String endpoint, String outcome, Duration took) {
        metrics.tmdbRequest(endpoint, outcome, took);
    }

    @Override
    public void rateLimited() {
        metrics.tmdbRateLimited();
    }
}
