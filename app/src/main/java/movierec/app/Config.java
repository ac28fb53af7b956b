package movierec.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import movierec.catalogue.images.ImageMode;
import movierec.catalogue.tmdb.TmdbSettings;

/**
 * The effective settings, checked as a whole. Each component stands for the key of {@code reference.properties} that says
 * what it means.
 *
 * @param smtpUrl the mail server; not set means there is none
 * @param titlesFolder folder of title files, or empty
 * @param textVectors whether the texts of titles are turned into vectors
 * @param warnings what works and yet should be changed, in words
 * @param entries every key with its value as text and where it came from, secrets masked; for {@code movierec config}
 */
public record Config(
        Adapters adapters,
        Path data,
        Servers servers,
        Http http,
        SignUps signUps,
        Secret smtpUrl,
        Images images,
        boolean showWatchlist,
        boolean scheduleEnabled,
        Duration trainingHalfLife,
        Tmdb tmdb,
        String titlesFolder,
        boolean textVectors,
        Log log,
        boolean authBypass,
        List<String> warnings,
        List<Entry> entries) {
    public Config {
        warnings = List.copyOf(warnings);
        entries = List.copyOf(entries);
    }

    /**
     * Whether and how TMDB is asked.
     *
     * @param credential not set means that it is not
     * @param growPerDay titles; 0 = none
     */
    public record Tmdb(Secret credential, TmdbSettings settings, Duration refreshAfter, int growPerDay, boolean live) {}

    /** Which adapter stands behind each port. */
    public record Adapters(String mode, String store, String cache, String identity, String vectors) {}

    /**
     * The servers that nodes share.
     *
     * @param databaseConnections most connections of this node
     * @param patience how long a connection and a statement are waited for
     */
    public record Servers(Secret databaseUrl, int databaseConnections, Duration patience, Secret redisUrl) {}

    /** Where and how the server listens. */
    public record Http(
            String host, int port, String publicUrl, List<String> corsOrigins, RateLimit rateLimit, Load load) {
        public Http {
            corsOrigins = List.copyOf(corsOrigins);
        }
    }

    /** How often callers may ask. */
    public record RateLimit(
            boolean enabled, int requestsPerMinute, boolean legacyHeaders, List<String> trustedProxies) {
        public RateLimit {
            trustedProxies = List.copyOf(trustedProxies);
        }
    }

    /** How much is worked on at once, and how long a stop may take. */
    public record Load(int maxConcurrentRequests, int shutdownSeconds) {}

    /** Who may create accounts, and how they are confirmed: {@code auto}, {@code mail} or {@code admin}. */
    public record SignUps(boolean enabled, String confirmation) {}

    /** Where clients get pictures from, and how many megabytes of them are kept here. */
    public record Images(ImageMode mode, int cacheMegabytes) {}

    /** How logs look: {@code auto}, {@code json} or {@code plain}. */
    public record Log(String format, String level) {}

    /** One setting as printed; {@code source} says where the value came from. */
    public record Entry(String key, String value, String source) {}
}
