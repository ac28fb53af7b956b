package movierec.app;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import movierec.catalogue.images.ImageMode;
import movierec.catalogue.tmdb.TmdbCredential;
import movierec.catalogue.tmdb.TmdbLimits;
import movierec.catalogue.tmdb.TmdbSettings;
import movierec.failure.OutsideFailure;
import movierec.postgres.PostgresAddress;
import movierec.redis.RedisServer;
import movierec.smtp.SmtpServer;

/** Reads the settings and checks them as a whole, so that a start fails with every error at once or not at all. */
public final class ConfigLoader {
    private static final Set<String> SECRETS =
            Set.of("movierec.smtp-url", "movierec.tmdb.api-key", "movierec.database-url", "movierec.redis-url");

    private ConfigLoader() {}

    /**
     * @param commandLine settings given as options, by key
     * @param environment the process environment
     * @throws ConfigErrors naming everything that is wrong
     */
    public static Config load(Map<String, String> commandLine, Map<String, String> environment) {
        Settings settings = new Settings(commandLine, environment, file(commandLine, environment));
        Config config = read(settings);
        check(config, settings);
        if (!settings.errors().isEmpty()) {
            throw new ConfigErrors(settings.errors());
        }
        return config;
    }

    /** The file named by the environment, or the one in the data folder if it is there. */
    private static Optional<Path> file(Map<String, String> commandLine, Map<String, String> environment) {
        String named = environment.getOrDefault("MOVIEREC_CONFIG", "");
        if (!named.isEmpty()) {
            return Optional.of(Path.of(named));
        }
        String data = commandLine.getOrDefault("movierec.data", environment.getOrDefault("MOVIEREC_DATA", "./data"));
        return Optional.of(Path.of(data).resolve("movierec.properties")).filter(Files::exists);
    }

    private static Config read(Settings settings) {
        Config.RateLimit rateLimit = new Config.RateLimit(
                settings.flag("rate-limit.enabled"),
                settings.number("rate-limit.requests-per-minute", 1, 1_000_000),
                settings.flag("rate-limit.legacy-headers"),
                settings.list("trusted-proxies"));
        Config.Load load = new Config.Load(
                settings.number("max-concurrent-requests", 1, 100_000), settings.number("shutdown-seconds", 0, 3600));
        Config.Http http = new Config.Http(
                settings.text("host"),
                settings.number("port", 0, 65_535),
                settings.text("public-url"),
                settings.list("cors.origins"),
                rateLimit,
                load);
        Secret smtpUrl = new Secret(settings.text("smtp-url"));
        String mode = settings.oneOf("mode", List.of("embedded", "server"));
        boolean isServer = mode.equals("server");
        Config.Adapters adapters = new Config.Adapters(
                mode,
                adapter(settings, "store", List.of("sqlite", "postgres"), isServer ? "postgres" : "sqlite"),
                adapter(settings, "cache", List.of("local", "redis"), isServer ? "redis" : "local"),
                settings.oneOf("identity", List.of("local")),
                settings.oneOf("vectors", List.of("embedded")));
        return new Config(
                adapters,
                Path.of(settings.text("data")),
                new Config.Servers(
                        new Secret(settings.text("database-url")),
                        settings.number("database-connections", 1, 1_000),
                        Duration.ofSeconds(settings.number("database-patience-seconds", 1, 600)),
                        new Secret(settings.text("redis-url"))),
                http,
                new Config.SignUps(settings.flag("signup.enabled"), confirmation(settings, smtpUrl)),
                smtpUrl,
                new Config.Images(
                        ImageMode.of(settings.oneOf("images", ImageMode.words())),
                        settings.number("images-cache-megabytes", 1, 1_000_000)),
                settings.flag("recommend.show-watchlist"),
                settings.flag("schedule.enabled"),
                Duration.ofDays(settings.number("training.half-life-days", 0, 36_500)),
                tmdb(settings),
                settings.text("titles.folder"),
                settings.oneOf("content-vectors.text", List.of("on", "off")).equals("on"),
                new Config.Log(
                        settings.oneOf("log.format", List.of("auto", "json", "plain")),
                        settings.oneOf("log.level", List.of("error", "warn", "info", "debug"))),
                settings.flag("dev.auth-bypass"),
                settings.warnings(),
                entries(settings));
    }

    private static String adapter(Settings settings, String key, List<String> words, String ofMode) {
        return settings.text(key).isEmpty() ? ofMode : settings.oneOf(key, words);
    }

    private static Config.Tmdb tmdb(Settings settings) {
        Secret credential = new Secret(settings.text("tmdb.api-key"));
        if (credential.isSet()) {
            checkCredential(credential, settings);
        }
        return new Config.Tmdb(
                credential,
                tmdbSettings(settings),
                Duration.ofDays(settings.number("tmdb.refresh-days", 1, 179)),
                settings.number("tmdb.grow-per-day", 0, 100_000),
                settings.flag("tmdb.live"));
    }

    private static void checkCredential(Secret credential, Settings settings) {
        try {
            if (!TmdbCredential.of(credential.value()).isUsual()) {
                settings.warn(
                        "movierec.tmdb.api-key does not look like a credential of TMDB: an API key has 32 hexadecimal"
                                + " digits, a read access token begins with eyJ and has three parts with dots between them");
            }
        } catch (IllegalArgumentException wrong) {
            settings.refuse("movierec.tmdb.api-key: " + wrong.getMessage());
        }
    }

    private static TmdbSettings tmdbSettings(Settings settings) {
        TmdbLimits limits = TmdbLimits.DEFAULTS.atMost(
                settings.number("tmdb.requests-per-second", 1, 10_000), settings.number("tmdb.max-in-flight", 1, 100));
        try {
            URI baseUrl = URI.create(settings.text("tmdb.base-url"));
            return new TmdbSettings(
                    baseUrl,
                    exportsUrl(settings.text("tmdb.exports-url"), baseUrl),
                    settings.text("tmdb.language"),
                    settings.text("tmdb.region"),
                    settings.text("tmdb.trending-window"),
                    settings.list("tmdb.watch-regions"),
                    limits);
        } catch (IllegalArgumentException wrong) {
            settings.refuse("movierec.tmdb: " + wrong.getMessage());
            return TmdbSettings.DEFAULTS;
        }
    }

    private static URI exportsUrl(String set, URI baseUrl) {
        if (!set.isEmpty()) {
            return URI.create(set);
        }
        return baseUrl.equals(TmdbSettings.DEFAULTS.baseUrl())
                ? TmdbSettings.DEFAULTS.exportsUrl()
                : baseUrl.resolve("/p/exports");
    }

    private static String confirmation(Settings settings, Secret smtpUrl) {
        if (settings.text("signup.confirmation").isEmpty()) {
            return smtpUrl.isSet() ? "mail" : "auto";
        }
        return settings.oneOf("signup.confirmation", List.of("auto", "mail", "admin"));
    }

    private static void check(Config config, Settings settings) {
        checkServers(config, settings);
        if (config.signUps().confirmation().equals("mail") && !config.smtpUrl().isSet()) {
            settings.refuse(
                    "movierec.signup.confirmation=mail needs movierec.smtp-url, the server that sends the codes");
        }
        if (config.smtpUrl().isSet()) {
            checkMailServer(config.smtpUrl(), settings);
        }
        if (config.http().corsOrigins().contains("*")) {
            settings.refuse("movierec.cors.origins=* would let every web page act for your users: name the origins");
        }
        if (config.authBypass() && !isLoopback(config.http().host())) {
            settings.refuse("movierec.dev.auth-bypass is for development and needs a loopback movierec.host, not "
                    + config.http().host());
        }
    }

    private static void checkServers(Config config, Settings settings) {
        Secret database = config.servers().databaseUrl();
        Secret redis = config.servers().redisUrl();
        if (config.adapters().store().equals("postgres")) {
            checkAddress(
                    "movierec.database-url",
                    "the PostgreSQL that keeps everything",
                    database,
                    PostgresAddress::parse,
                    settings);
        } else if (config.adapters().mode().equals("server")) {
            settings.refuse("movierec.mode=server needs movierec.store=postgres: nodes cannot share a file");
        }
        if (config.adapters().cache().equals("redis")) {
            checkAddress("movierec.redis-url", "the Redis that keeps answers", redis, RedisServer::check, settings);
        }
    }

    private static void checkAddress(String key, String what, Secret url, Consumer<String> check, Settings settings) {
        if (!url.isSet()) {
            settings.refuse(key + " is missing: the address of " + what);
            return;
        }
        try {
            check.accept(url.value());
        } catch (IllegalArgumentException | OutsideFailure wrong) {
            settings.refuse(key + ": " + wrong.getMessage());
        }
    }

    private static void checkMailServer(Secret url, Settings settings) {
        try {
            SmtpServer.of(url.value());
        } catch (IllegalArgumentException wrong) {
            settings.refuse("movierec.smtp-url: " + wrong.getMessage());
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    private static List<Config.Entry> entries(Settings settings) {
        List<Config.Entry> entries = new ArrayList<>();
        for (String key : settings.keys()) {
            String value = settings.text(key.substring("movierec.".length()));
            String shown = SECRETS.contains(key) ? new Secret(value).toString() : value;
            entries.add(new Config.Entry(key, shown, settings.source(key)));
        }
        return entries;
    }

    /** Defaults with a data folder, for tests and tools. */
    public static Config defaults(Path data, Map<String, String> others) {
        Map<String, String> commandLine = new HashMap<>(others);
        commandLine.put("movierec.data", data.toString());
        return load(commandLine, Map.of());
    }
}
