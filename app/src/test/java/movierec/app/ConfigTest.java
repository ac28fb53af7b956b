package movierec.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import movierec.catalogue.images.ImageMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
                        .anyMatch(error -> error.contains("movierec.mode is one of embedded, not \"clustre\""))
                        .anyMatch(error -> error.contains("movierec.cors.origins"))
                        .anyMatch(error -> error.contains("needs movierec.smtp-url")));
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
}
