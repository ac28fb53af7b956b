package movierec.server;

import java.time.Duration;
import java.util.List;
import movierec.server.security.RateLimits;

/**
 * How the server listens.
 *
 * @param port 0 picks a free one
 * @param corsOrigins origins of other sites that may use the API
 * @param trustedProxies addresses and blocks whose {@code X-Forwarded-For} is believed
 * @param maxConcurrentRequests beyond it, 503 at once
 * @param idleTimeout after which a silent connection is closed
 * @param stopTimeout how long running requests may take to end when the server stops
 * @param logHashKey secret of this installation for user hashes in the log, at least 16 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // a secret that is handed on, never compared
public record HttpSettings(
        String host,
        int port,
        List<String> corsOrigins,
        List<String> trustedProxies,
        int maxConcurrentRequests,
        Duration idleTimeout,
        Duration stopTimeout,
        RateLimits.Settings rateLimits,
        byte[] logHashKey) {
    public HttpSettings {
        corsOrigins = List.copyOf(corsOrigins);
        trustedProxies = List.copyOf(trustedProxies);
    }

    /** Defaults for one machine: no other origins, no proxy. */
    public static HttpSettings of(String host, int port, byte[] logHashKey) {
        return new HttpSettings(
                host,
                port,
                List.of(),
                List.of(),
                512,
                Duration.ofSeconds(30),
                Duration.ofSeconds(10),
                RateLimits.Settings.DEFAULT,
                logHashKey);
    }

    public HttpSettings withCorsOrigins(List<String> origins) {
        return new HttpSettings(
                host,
                port,
                origins,
                trustedProxies,
                maxConcurrentRequests,
                idleTimeout,
                stopTimeout,
                rateLimits,
                logHashKey);
    }

    public HttpSettings withTrustedProxies(List<String> proxies) {
        return new HttpSettings(
                host,
                port,
                corsOrigins,
                proxies,
                maxConcurrentRequests,
                idleTimeout,
                stopTimeout,
                rateLimits,
                logHashKey);
    }

    public HttpSettings withRateLimits(RateLimits.Settings limits) {
        return new HttpSettings(
                host,
                port,
                corsOrigins,
                trustedProxies,
                maxConcurrentRequests,
                idleTimeout,
                stopTimeout,
                limits,
                logHashKey);
    }

    /** How much is worked on at once, and how long a stop may take. */
    public HttpSettings withLoad(int maxRequests, Duration stop) {
        return new HttpSettings(
                host, port, corsOrigins, trustedProxies, maxRequests, idleTimeout, stop, rateLimits, logHashKey);
    }
}
