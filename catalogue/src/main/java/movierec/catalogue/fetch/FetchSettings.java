package movierec.catalogue.fetch;

import java.time.Duration;

/**
 * How fetching behaves.
 *
 * @param refreshAfter age from which a title's details are asked for again
 * @param parallel titles asked for at once; the source itself may allow fewer
 * @param timeSlice after this time a run pauses, to go on where it stopped
 * @param patience how long to wait when the source cannot be reached, before the run goes on; grows with every time
 */
public record FetchSettings(Duration refreshAfter, int parallel, Duration timeSlice, Duration patience) {
    public static final FetchSettings DEFAULT =
            new FetchSettings(Duration.ofDays(30), 8, Duration.ofSeconds(240), Duration.ofSeconds(15));

    /** The usual behaviour with another age of details. */
    public static FetchSettings refreshingAfter(Duration age) {
        return new FetchSettings(age, DEFAULT.parallel(), DEFAULT.timeSlice(), DEFAULT.patience());
    }

    /** The same with another time slice. */
    public FetchSettings pausingAfter(Duration time) {
        return new FetchSettings(refreshAfter, parallel, time, patience);
    }

    /** Lists younger than this are not asked for again: TMDB lets them be cached for as long. */
    static final Duration LIST_IS_FRESH = Duration.ofHours(6);

    /** The same for addresses of pictures and regions. */
    static final Duration REFERENCE_IS_FRESH = Duration.ofHours(12);

    /** A title that the source did not have is not asked for again so soon. */
    static final Duration GONE_STAYS_GONE = Duration.ofDays(7);

    /** What an interrupted run had is too old to go on from. */
    static final Duration PROGRESS_IS_USABLE = Duration.ofHours(6);

    /** How often a run waits for a source that cannot be reached before it gives up. */
    static final int WAITS = 3;

    public FetchSettings {
        if (parallel < 1) {
            throw new IllegalArgumentException("parallel must be at least 1, not " + parallel);
        }
    }
}
