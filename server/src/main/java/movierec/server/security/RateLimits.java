package movierec.server.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import movierec.failure.Refusal;
import movierec.server.http.Caller;
import movierec.server.http.Exchange;
import movierec.server.http.Policy;

/**
 * Token buckets (PLAT-3): one per user, API key or, for anybody else, client address; and one per address for each of the
 * stricter policies. Headers as in draft-ietf-httpapi-ratelimit-headers-11. The number of buckets is bounded; a bucket
 * nobody used for its whole window is full again and forgotten.
 */
public final class RateLimits {
    private static final int MAX_BUCKETS = 50_000;

    /** So many requests in so much time. */
    public record Limit(int requests, Duration window) {
        public Limit {
            if (requests < 1 || window.toSeconds() < 1) {
                throw new IllegalArgumentException("A rate limit needs at least 1 request and 1 second");
            }
        }
    }

    /** What is allowed when the settings say nothing else. */
    public static final Map<Policy, Limit> DEFAULTS = Map.of(
            Policy.DEFAULT, new Limit(600, Duration.ofMinutes(1)),
            Policy.SIGN_IN, new Limit(20, Duration.ofMinutes(1)),
            Policy.SIGN_UP, new Limit(10, Duration.ofMinutes(10)),
            Policy.CODES, new Limit(10, Duration.ofMinutes(10)),
            Policy.IMPORT, new Limit(10, Duration.ofHours(1)),
            Policy.IMAGES, new Limit(6000, Duration.ofMinutes(1)));

    private final boolean enabled;
    private final boolean legacyHeaders;
    private final Map<Policy, Limit> limits;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets;

    /**
     * How often callers may come.
     *
     * @param legacyHeaders whether {@code X-RateLimit-Limit}, {@code -Remaining} and {@code -Reset} are sent too
     * @param limits replaces those of {@link #DEFAULTS} that it names
     */
    public record Settings(boolean enabled, boolean legacyHeaders, Map<Policy, Limit> limits) {
        public static final Settings DEFAULT = new Settings(true, false, Map.of());

        public Settings {
            limits = Map.copyOf(limits);
        }
    }

    public RateLimits(Settings settings) {
        this(settings, TimeMeter.SYSTEM_MILLISECONDS);
    }

    RateLimits(Settings settings, TimeMeter time) {
        this.enabled = settings.enabled();
        this.legacyHeaders = settings.legacyHeaders();
        this.limits = new EnumMap<>(DEFAULTS);
        this.limits.putAll(settings.limits());
        this.time = time;
        Duration longest = this.limits.values().stream()
                .map(Limit::window)
                .max(Duration::compareTo)
                .orElseThrow();
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MAX_BUCKETS)
                .expireAfterAccess(longest)
                .build();
    }

    /** Takes one token and tells the client what is left; refuses when there was none. */
    void count(Policy policy, Exchange exchange, HttpServletResponse response) {
        if (!enabled || policy == Policy.NONE) {
            return;
        }
        String key = policy == Policy.DEFAULT ? caller(exchange) : policy.word() + " " + exchange.clientAddress();
        Limit limit = limit(policy);
        Bucket bucket = buckets.get(key, ignored -> bucket(limit));
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        tell(policy, limit, probe, response);
        if (!probe.isConsumed()) {
            throw new Refusal.TooMany(
                    "Too many requests; the limit is " + limit.requests() + " in "
                            + limit.window().toSeconds() + " seconds",
                    Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private void tell(Policy policy, Limit limit, ConsumptionProbe probe, HttpServletResponse response) {
        String name = "\"" + policy.word() + "\"";
        long left = probe.getRemainingTokens();
        long resetSeconds = seconds(probe.getNanosToWaitForReset());
        response.setHeader(
                "RateLimit-Policy",
                name + ";q=" + limit.requests() + ";w=" + limit.window().toSeconds());
        response.setHeader("RateLimit", name + ";r=" + left + ";t=" + resetSeconds);
        if (legacyHeaders) {
            response.setHeader("X-RateLimit-Limit", Integer.toString(limit.requests()));
            response.setHeader("X-RateLimit-Remaining", Long.toString(left));
            long epochSecond = seconds(time.currentTimeNanos()) + resetSeconds;
            response.setHeader("X-RateLimit-Reset", Long.toString(epochSecond));
        }
    }

    private Limit limit(Policy policy) {
        Limit limit = limits.get(policy);
        if (limit == null) {
            throw new IllegalStateException("No limit for " + policy);
        }
        return limit;
    }

    private Bucket bucket(Limit limit) {
        return Bucket.builder()
                .addLimit(bandwidth ->
                        bandwidth.capacity(limit.requests()).refillGreedy(limit.requests(), limit.window()))
                .withCustomTimePrecision(time)
                .build();
    }

    private static String caller(Exchange exchange) {
        return switch (exchange.caller()) {
            case Caller.User user -> "user " + user.id().value();
            case Caller.App app -> "app " + app.id();
            case Caller.Anonymous ignored -> "address " + exchange.clientAddress();
        };
    }

    private static long seconds(long nanos) {
        return (nanos + 999_999_999L) / 1_000_000_000L;
    }
}
