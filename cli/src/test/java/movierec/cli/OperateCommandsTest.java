package movierec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import movierec.faketmdb.FakeSettings;
import movierec.faketmdb.FakeTmdb;
import movierec.faketmdb.world.FakeWorld;
import movierec.faketmdb.world.WorldPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperateCommandsTest {
    @TempDir
    private Path data;

    private static String state(JsonNode report, String check) {
        for (JsonNode one : report.get("checks")) {
            if (one.get("check").asText().equals(check)) {
                return one.get("state").asText();
            }
        }
        return "missing";
    }

    private Ran doctor(Map<String, String> environment) {
        return Ran.with(environment, "", data, "doctor", "--json");
    }

    private static Map<String, String> freePort() {
        return Map.of("MOVIEREC_PORT", "0");
    }

    @Test
    void findsADamagedDatabase() throws IOException {
        Files.writeString(data.resolve("movierec.db"), "this is no database, whatever its name says");

        Ran ran = doctor(freePort());

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(state(ran.json(), "database")).isEqualTo("fail");
    }

    @Test
    void findsAModelThatCannotServe() throws IOException {
        Files.createDirectories(data.resolve("models"));
        Files.writeString(data.resolve("models/serving"), "20260101-000000-000\n");

        Ran ran = doctor(freePort());

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(state(ran.json(), "model")).isEqualTo("fail");
    }

    @Test
    void findsKeysThatOthersMayRead() throws IOException {
        Path key = Files.createDirectories(data.resolve("keys")).resolve("one.jwk");
        Files.writeString(key, "{}");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));

        Ran ran = doctor(freePort());

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(state(ran.json(), "keys")).isEqualTo("fail");
    }

    @Test
    void findsAPortThatAnotherProgramHolds() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Thread hangUp = Thread.ofVirtual().start(() -> {
                try {
                    taken.accept().close();
                } catch (IOException closed) {
                    // The test is over.
                }
            });
            Ran ran = doctor(Map.of("MOVIEREC_PORT", String.valueOf(taken.getLocalPort())));

            assertThat(ran.exitCode()).isEqualTo(1);
            assertThat(state(ran.json(), "port")).isEqualTo("fail");
            assertThat(hangUp).isNotNull();
        }
    }

    @Test
    void findsAMailServerThatIsNotThere() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = free.getLocalPort();
        }

        Ran ran = doctor(Map.of("MOVIEREC_PORT", "0", "SMTP_URL", "smtp://127.0.0.1:" + port));

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(state(ran.json(), "mail server")).isEqualTo("fail");
    }

    private static String detail(JsonNode report, String check) {
        for (JsonNode one : report.get("checks")) {
            if (one.get("check").asText().equals(check)) {
                return one.get("detail").asText();
            }
        }
        return "missing";
    }

    private Ran doctorOfTmdb(String address, String key) {
        return doctor(Map.of("MOVIEREC_PORT", "0", "TMDB_BASE_URL", address, "TMDB_API_KEY", key));
    }

    @Test
    void findsThatTmdbIsNotThereOrRefusesTheCredential() {
        String key = "fedcba9876543210fedcba9876543210";
        String address;
        Ran refused;
        try (FakeTmdb tmdb = FakeTmdb.start(
                FakeWorld.of(WorldPlan.STANDARD.withTitles(1, 1)),
                FakeSettings.DEFAULT.withCredential("0123456789abcdef0123456789abcdef"))) {
            address = tmdb.address().toString();
            refused = doctorOfTmdb(address, key);
        }
        Ran notThere = doctorOfTmdb(address, key);

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(state(refused.json(), "TMDB")).isEqualTo("fail");
        assertThat(detail(refused.json(), "TMDB")).contains(address, "HTTP 401", "set another credential");
        assertThat(notThere.exitCode()).isEqualTo(1);
        assertThat(state(notThere.json(), "TMDB")).isEqualTo("fail");
        assertThat(detail(notThere.json(), "TMDB")).contains(address, "cannot be reached");
        assertThat(refused.out() + refused.err() + notThere.out() + notThere.err())
                .doesNotContain(key);
    }

    @Test
    void asksTmdbOneQuestionWhereItIsSetUp() {
        try (FakeTmdb tmdb = FakeTmdb.start(FakeWorld.of(WorldPlan.STANDARD.withTitles(1, 1)))) {
            Ran ran = doctorOfTmdb(tmdb.address().toString(), "0123456789abcdef0123456789abcdef");

            assertThat(ran.exitCode()).isZero();
            assertThat(state(ran.json(), "TMDB")).isEqualTo("ok");
            assertThat(detail(ran.json(), "TMDB")).contains(tmdb.address() + " answers");
            assertThat(tmdb.log().count("/3/configuration")).isEqualTo(1);
            assertThat(tmdb.log().count()).isEqualTo(1);
        }
        JsonNode without = doctor(freePort()).json();
        assertThat(state(without, "TMDB")).isEqualTo("ok");
        assertThat(detail(without, "TMDB")).contains("not set up").contains("TMDB_API_KEY");
    }

    @Test
    void configMasksTheCredentialOfTmdb() {
        Ran ran = Ran.with(Map.of("TMDB_API_KEY", "0123456789abcdef0123456789abcdef"), "", data, "config", "--json");

        assertThat(ran.out() + ran.err()).doesNotContain("0123456789abcdef");
        assertThat(ran.json().get("settings")).anySatisfy(setting -> {
            assertThat(setting.get("key").asText()).isEqualTo("movierec.tmdb.api-key");
            assertThat(setting.get("value").asText()).isEqualTo("***");
            assertThat(setting.get("source").asText()).isEqualTo("environment");
        });
    }

    @Test
    void findsNothingWrongWithAFreshFolderAndLeavesItAlone() {
        Path fresh = data.resolve("fresh");

        Ran ran = Ran.with(freePort(), "", fresh, "doctor");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).contains("database").contains("not there yet").contains("0 failed");
        assertThat(fresh).doesNotExist();
    }

    @Test
    void findsNothingWrongWithAUsedFolder() {
        assertThat(Ran.in(data, "user", "list").exitCode()).isZero();

        JsonNode report = doctor(freePort()).json();

        for (String check : new String[] {"java", "data folder", "database", "catalogue", "keys", "port", "clock"}) {
            assertThat(state(report, check)).as(check).isEqualTo("ok");
        }
        assertThat(state(report, "model")).isEqualTo("warn");
    }

    @Test
    void healthFailsWhereNobodyAnswersOrTheServerIsNotReady() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        Map<String, String> port =
                Map.of("MOVIEREC_PORT", String.valueOf(server.getAddress().getPort()));
        answer(server, 503, "{\"status\":\"stopping\"}");
        Ran notReady = Ran.with(port, "", data, "health");
        server.stop(0);
        Ran nobody = Ran.with(port, "", data, "health");

        assertThat(notReady.exitCode()).isEqualTo(1);
        assertThat(notReady.err()).contains("is not ready").contains("stopping");
        assertThat(nobody.exitCode()).isEqualTo(1);
        assertThat(nobody.err()).contains("no server answers at http://127.0.0.1:");
    }

    @Test
    void healthTellsWhatAReadyServerSays() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        answer(server, 200, "{\"status\":\"ready\"}");
        try {
            Ran ran = Ran.with(
                    Map.of("MOVIEREC_PORT", String.valueOf(server.getAddress().getPort()), "MOVIEREC_HOST", "0.0.0.0"),
                    "",
                    data,
                    "health");

            assertThat(ran.exitCode()).isZero();
            assertThat(ran.json().get("status").asText()).isEqualTo("ready");
        } finally {
            server.stop(0);
        }
    }

    private static void answer(HttpServer server, int status, String body) {
        server.createContext("/health/ready", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @Test
    void configTellsWhereAValueComesFromAndMasksSecrets() {
        Ran ran = Ran.with(
                Map.of("MOVIEREC_PORT", "9000", "SMTP_URL", "smtp://ann:secret@mail.example.org"),
                "",
                data,
                "config",
                "--json");

        JsonNode settings = ran.json().get("settings");
        assertThat(ran.out()).doesNotContain("ann:secret");
        assertThat(settings)
                .allSatisfy(setting ->
                        assertThat(setting.fieldNames()).toIterable().containsExactly("key", "value", "source"));
        assertThat(settings).anySatisfy(setting -> {
            assertThat(setting.get("key").asText()).isEqualTo("movierec.port");
            assertThat(setting.get("value").asText()).isEqualTo("9000");
            assertThat(setting.get("source").asText()).isEqualTo("environment");
        });
        assertThat(settings).anySatisfy(setting -> {
            assertThat(setting.get("key").asText()).isEqualTo("movierec.smtp-url");
            assertThat(setting.get("value").asText()).isEqualTo("***");
        });
    }
}
