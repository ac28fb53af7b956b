package movierec.catalogue.tmdb;

import java.time.Duration;

/**
 * How hard TMDB may be pressed and how long it is waited for.
 *
 * @param requestsPerSecond of the whole client, 1 to 10,000; real TMDB stands about 40 and 20 is polite
 * @param maxInFlight requests under way at once
 * @param timeout of one request until its last byte
 * @param retries after the first attempt
 * @param backoffBase longest wait before the first retry; doubles with each
 * @param backoffCap longest wait of all
 * @param circuitFailures failures in a row after which nothing is asked for a while
 * @param circuitOpen that while
 * @param credentialRecheck how long a refused credential is not tried again
 * @param liveBudget time for all that one recommendation asks of TMDB
 * @param maxBodyBytes largest answer, unpacked
 */
public record TmdbLimits(
        int requestsPerSecond,
        int maxInFlight,
        Duration timeout,
        int retries,
        Duration backoffBase,
        Duration backoffCap,
        int circuitFailures,
        Duration circuitOpen,
        Duration credentialRecheck,
        Duration liveBudget,
        int maxBodyBytes) {
    public static final TmdbLimits DEFAULTS = new TmdbLimits(
            4,
            8,
            Duration.ofSeconds(20),
            6,
            Duration.ofSeconds(1),
            Duration.ofSeconds(60),
            10,
            Duration.ofSeconds(30),
            Duration.ofMinutes(10),
            Duration.ofMillis(1500),
            8 << 20);

    public TmdbLimits {
        demand(requestsPerSecond >= 1 && requestsPerSecond <= 10_000, "1 to 10000 requests a second");
        demand(maxInFlight >= 1, "at least one request in flight");
        demand(retries >= 0 && circuitFailures >= 1 && maxBodyBytes >= 1, "no negative counts");
        demand(isPositive(timeout) && isPositive(backoffBase) && isPositive(backoffCap), "positive waiting times");
        demand(
                isPositive(circuitOpen) && isPositive(credentialRecheck) && isPositive(liveBudget),
                "positive waiting times");
    }

    /** The same at another pace. */
    public TmdbLimits atMost(int otherRequestsPerSecond, int otherMaxInFlight) {
        return new TmdbLimits(
                otherRequestsPerSecond,
                otherMaxInFlight,
                timeout,
                retries,
                backoffBase,
                backoffCap,
                circuitFailures,
                circuitOpen,
                credentialRecheck,
                liveBudget,
                maxBodyBytes);
    }

    private static boolean isPositive(Duration duration) {
        return duration.compareTo(Duration.ZERO) > 0;
    }

    private static void demand(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("The limits of the TMDB client want " + what);
        }
    }
}
