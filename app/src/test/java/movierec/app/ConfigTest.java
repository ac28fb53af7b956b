package movierec.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import movierec.catalogue.images.ImageMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigTest {
    @TempDir
    private Path folder;

    private Config load(Map<String, String> environment) {
        return ConfigLoader.load(Map.of("movierec.data", folder.toString()), environment);
    }

    private Config.Entry entry(Config config, String key) {
        return config.entries().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void reportsEveryErrorAtOnce() {
        assertThatThrownBy(() -> load(Map.of(
                        "MOVIEREC_PORT", "99999",
                        "MOVIEREC_MODE", "clustre",
                        "MOVIEREC_CORS_ORIGINS", "*",
                        "MOVIEREC_SIGNUP_CONFIRMATION", "mail")))
                .isInstanceOfSatisfying(ConfigErrors.class, errors -> assertThat(errors.errors())
                        .hasSize(4)
                        .anyMatch(error ->
                                error.contains("movierec.port is a whole number from 0 to 65535, not \"99999\""))
                        .anyMatch(error -> error.contains("movierec.mode is one of embedded, server, not \"clustre\""))
                        .anyMatch(error -> error.contains("movierec.cors.origins"))
                        .anyMatch(error -> error.contains("needs movierec.smtp-url")));
    }

    @Test
    void theServerModeNeedsItsServersAndSaysWhichAreMissing() {
        assertThatThrownBy(() -> load(Map.of("MOVIEREC_MODE", "server")))
                .isInstanceOf(ConfigErrors.class)
                .hasMessageContaining("movierec.database-url is missing")
                .hasMessageContaining("movierec.redis-url is missing");
        assertThatThrownBy(() -> load(Map.of(
                        "MOVIEREC_MODE", "server", "MOVIEREC_STORE", "sqlite", "REDIS_URL", "redis://localhost")))
                .isInstanceOf(ConfigErrors.class)
                .hasMessageContaining("nodes cannot share a file");
        assertThatThrownBy(() -> load(Map.of(
                        "MOVIEREC_MODE",
                        "server",
                        "DATABASE_URL",
                        "mysql://me:secret@db/movierec",
                        "REDIS_URL",
                        "http://:secret@cache")))
                .isInstanceOf(ConfigErrors.class)
                .hasMessageContaining("movierec.database-url: ")
                .hasMessageContaining("movierec.redis-url: ")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aModeIsAPresetOfAdapters() {
        Map<String, String> servers = Map.of(
                "DATABASE_URL", "postgres://me@db/movierec", "REDIS_URL", "redis://cache", "MOVIEREC_MODE", "server");

        assertThat(load(Map.of()).adapters())
                .isEqualTo(new Config.Adapters("embedded", "sqlite", "local", "local", "embedded"));
        assertThat(load(servers).adapters())
                .isEqualTo(new Config.Adapters("server", "postgres", "redis", "local", "embedded"));
    }

    @Test
    void refusesUnknownNamesAndSuggestsTheRightOne() throws IOException {
        Files.writeString(folder.resolve("movierec.properties"), "movierec.prot=1\n");

        assertThatThrownBy(() -> load(Map.of("MOVIEREC_RATELIMIT_ENABLED", "false")))
                .isInstanceOf(ConfigErrors.class)
                .hasMessageContaining("movierec.prot in ")
                .hasMessageContaining("Did you mean movierec.port?")
                .hasMessageContaining(
                        "MOVIEREC_RATELIMIT_ENABLED is no setting. Did you mean movierec.rate-limit.enabled?");
    }

    @Test
    void refusesTheDevelopmentBypassWhereOthersCanReachIt() {
        Map<String, String> bypass = Map.of("MOVIEREC_DEV_AUTH_BYPASS", "true");

        assertThat(load(bypass).authBypass()).isTrue();
        assertThatThrownBy(() -> ConfigLoader.load(
                        Map.of("movierec.data", folder.toString(), "movierec.host", "0.0.0.0"), bypass))
                .hasMessageContaining("movierec.dev.auth-bypass is for development");
    }

    @Test
    void prefersCommandLineThenEnvironmentThenFileThenDefaults() throws IOException {
        Files.writeString(
                folder.resolve("movierec.properties"),
                "movierec.port=1111\nmovierec.host=10.0.0.1\nmovierec.log.level=debug\n");

        Config config = ConfigLoader.load(
                Map.of("movierec.data", folder.toString(), "movierec.port", "3333"),
                Map.of("MOVIEREC_PORT", "2222", "MOVIEREC_HOST", "10.0.0.2"));

        assertThat(config.http().port()).isEqualTo(3333);
        assertThat(config.http().host()).isEqualTo("10.0.0.2");
        assertThat(config.log().level()).isEqualTo("debug");
        assertThat(config.showWatchlist()).isFalse();
        assertThat(entry(config, "movierec.port").source()).isEqualTo("command line");
        assertThat(entry(config, "movierec.host").source()).isEqualTo("environment");
        assertThat(entry(config, "movierec.log.level").source()).endsWith("movierec.properties");
        assertThat(entry(config, "movierec.cache").source()).isEqualTo("default");
    }

    @Test
    void readsSecretsFromFilesAndNeverPrintsThem() throws IOException {
        Path secret = Files.writeString(folder.resolve("smtp"), "smtp://bob:pass@localhost:2525\n");

        Config config = load(Map.of("SMTP_URL_FILE", secret.toString()));

        assertThat(config.smtpUrl().value()).isEqualTo("smtp://bob:pass@localhost:2525");
        assertThat(config.signUps().confirmation()).isEqualTo("mail");
        assertThat(config.toString()).doesNotContain("pass@");
        assertThat(entry(config, "movierec.smtp-url").value()).isEqualTo("***");
    }

    @Test
    void saysWhichSecretFileCannotBeRead() {
        assertThatThrownBy(() -> load(Map.of("SMTP_URL_FILE", "/does/not/exist")))
                .hasMessageContaining("SMTP_URL_FILE names a file that cannot be read: /does/not/exist");
    }

    @Test
    void keepsPicturesUnlessToldOtherwise() {
        assertThat(load(Map.of()).images()).isEqualTo(new Config.Images(ImageMode.PROXY_CACHE, 500));
        assertThat(load(Map.of("MOVIEREC_IMAGES", "none", "MOVIEREC_IMAGES_CACHE_MEGABYTES", "7"))
                        .images())
                .isEqualTo(new Config.Images(ImageMode.NONE, 7));
        assertThatThrownBy(() -> load(Map.of("MOVIEREC_IMAGES", "proxy", "MOVIEREC_IMAGES_CACHE_MEGABYTES", "0")))
                .hasMessageContaining("movierec.images is one of hotlink, proxy-cache, none")
                .hasMessageContaining("movierec.images-cache-megabytes is a whole number");
    }

    @Test
    void confirmsAtOnceWhereThereIsNoMailServer() {
        assertThat(load(Map.of()).signUps().confirmation()).isEqualTo("auto");
    }

    private static final String KEY = "0123456789abcdef0123456789abcdef";

    @Test
    void readsTheCredentialOfTmdbFromWhereverItIsKept() throws IOException {
        Path secret = Files.writeString(folder.resolve("tmdb"), "  " + KEY + "\n");

        for (Map<String, String> environment : List.of(
                Map.of("TMDB_API_KEY", KEY),
                Map.of("TMDB_API_KEY_FILE", secret.toString()),
                Map.of("MOVIEREC_TMDB_API_KEY", KEY),
                Map.of("REACT_APP_TMDB_API_KEY", KEY))) {
            Config config = load(environment);

            assertThat(config.tmdb().credential().value())
                    .as(environment.toString())
                    .isEqualTo(KEY);
            assertThat(config.toString()).doesNotContain(KEY);
            assertThat(entry(config, "movierec.tmdb.api-key").value()).isEqualTo("***");
        }
        assertThat(load(Map.of()).tmdb().credential().isSet()).isFalse();
        assertThat(entry(load(Map.of()), "movierec.tmdb.api-key").value()).isEmpty();
    }

    @Test
    void warnsOfTheOutdatedNameAndPrefersTheRightOne() {
        String other = "fedcba9876543210fedcba9876543210";

        Config config = load(Map.of("REACT_APP_TMDB_API_KEY", other));
        Config both = load(Map.of("REACT_APP_TMDB_API_KEY", other, "TMDB_API_KEY", KEY));

        assertThat(config.warnings())
                .singleElement()
                .asString()
                .contains("REACT_APP_TMDB_API_KEY is an outdated name", "TMDB_API_KEY")
                .doesNotContain(other);
        assertThat(both.tmdb().credential().value()).isEqualTo(KEY);
        assertThat(both.warnings()).isEmpty();
    }

    @Test
    void warnsOfACredentialThatLooksLikeNoneOfTmdb() {
        assertThat(load(Map.of("TMDB_API_KEY", "hunter2")).warnings())
                .singleElement()
                .asString()
                .contains("does not look like a credential of TMDB")
                .doesNotContain("hunter2");
        assertThat(load(Map.of("TMDB_API_KEY", KEY)).warnings()).isEmpty();
        assertThat(load(Map.of("TMDB_API_KEY", "eyJhbGciOiJIUzI1NiJ9.eyJhdWQiOiJtYWRlLXVwIn0.c2lnbmF0dXJl"))
                        .warnings())
                .isEmpty();
    }

    @Test
    void refusesACredentialThatCannotBeSentAndDoesNotShowIt() {
        assertThatThrownBy(() -> load(Map.of("TMDB_API_KEY", "0123456789abcdef 123456789abcdef0")))
                .isInstanceOfSatisfying(ConfigErrors.class, errors -> assertThat(errors.errors())
                        .singleElement()
                        .asString()
                        .contains("movierec.tmdb.api-key", "without blanks")
                        .doesNotContain("0123456789abcdef"));
    }

    @Test
    void asksTmdbWhereItIsToldTo() {
        Config.Tmdb usual = load(Map.of()).tmdb();
        Config.Tmdb elsewhere =
                load(Map.of("TMDB_BASE_URL", "http://127.0.0.1:9100/3/")).tmdb();

        assertThat(usual.settings().baseUrl()).hasToString("https://api.themoviedb.org/3");
        assertThat(usual.settings().exportsUrl()).hasToString("https://files.tmdb.org/p/exports");
        assertThat(elsewhere.settings().baseUrl()).hasToString("http://127.0.0.1:9100/3");
        assertThat(elsewhere.settings().exportsUrl()).hasToString("http://127.0.0.1:9100/p/exports");
    }

    @ParameterizedTest
    @CsvSource({
        "LANGUAGE, english, language is such as en or en-US",
        "REGION, USA, region is such as US",
        "TRENDING_WINDOW, month, trending window is day or week",
        "WATCH_REGIONS, 'US,Germany', provider regions are such as US",
        "BASE_URL, ftp://api.example.org, base URL is an http or https address",
        "BASE_URL, http://ann:secret@127.0.0.1/3, base URL is an http or https address",
        "EXPORTS_URL, nowhere, exports URL is an http or https address",
        "REQUESTS_PER_SECOND, 0, movierec.tmdb.requests-per-second is a whole number from 1 to 10000",
        "MAX_IN_FLIGHT, many, movierec.tmdb.max-in-flight is a whole number from 1 to 100",
        "REFRESH_DAYS, 180, movierec.tmdb.refresh-days is a whole number from 1 to 179",
        "GROW_PER_DAY, -1, movierec.tmdb.grow-per-day is a whole number from 0 to 100000",
        "LIVE, yes, 'movierec.tmdb.live is one of true, false'",
    })
    void saysWhatIsWrongAboutTmdbInOneSentence(String variable, String value, String said) {
        assertThatThrownBy(() -> load(Map.of("MOVIEREC_TMDB_" + variable, value)))
                .isInstanceOfSatisfying(ConfigErrors.class, errors -> assertThat(errors.errors())
                        .singleElement()
                        .asString()
                        .contains("movierec.tmdb", said)
                        .doesNotContain("secret"));
    }
}
