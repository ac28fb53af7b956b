package movierec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageTest {
    @TempDir
    private Path data;

    @Test
    void suggestsTheCommandThatWasMeant() {
        Ran ran = Ran.plain(Map.of(), "", "trian");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("trian").contains("movierec train");
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void refusesUnknownOptions() {
        Ran ran = Ran.in(data, "config", "--jsn");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("--jsn").contains("movierec config --help");
    }

    @Test
    void saysWhichArgumentIsMissing() {
        assertThat(Ran.in(data, "backup")).satisfies(ran -> {
            assertThat(ran.exitCode()).isEqualTo(2);
            assertThat(ran.err()).contains("FILE");
        });
        assertThat(Ran.in(data, "user")).satisfies(ran -> {
            assertThat(ran.exitCode()).isEqualTo(2);
            assertThat(ran.err()).contains("subcommand");
        });
        assertThat(Ran.in(data, "apikey", "create", "tv")).satisfies(ran -> {
            assertThat(ran.exitCode()).isEqualTo(2);
            assertThat(ran.err()).contains("--scopes");
        });
    }

    @Test
    void saysWhichWordsAnOptionTakes() {
        Ran protocol = Ran.in(data, "evaluate", "--protocol", "weak");
        Ran model = Ran.in(data, "evaluate", "--model", "magic");

        assertThat(protocol.exitCode()).isEqualTo(2);
        assertThat(protocol.err())
                .contains("--protocol is one of strong, leave-one-out, temporal, cold-titles, not \"weak\"");
        assertThat(model.exitCode()).isEqualTo(2);
        assertThat(model.err())
                .contains("--model is one of popularity, knn, bm25, rp3beta, ease, edlae, dlae, als")
                .contains("all, not \"magic\"");
    }

    @Test
    void listsEveryWrongSetting() {
        Ran ran = Ran.with(Map.of("MOVIEREC_PORT", "many", "MOVIEREC_MODE", "cluster"), "", data, "config");

        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(ran.err())
                .contains("1. ")
                .contains("2. ")
                .contains("movierec.port")
                .contains("movierec.mode");
        assertThat(ran.err()).doesNotContain("\tat ");
    }

    @Test
    void refusesAPortThatIsNone() {
        Ran ran = Ran.in(data, "serve", "--port", "99999");

        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(ran.err()).contains("movierec.port is a whole number from 0 to 65535, not \"99999\"");
    }

    @Test
    void saysThatTheSettingsFileIsMissing() {
        Ran ran = Ran.in(
                data, "config", "--config", data.resolve("none.properties").toString());

        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(ran.err()).contains("none.properties");
    }

    @Test
    void showsWhereAFailureCameFromOnlyWhenAsked() {
        Ran quiet = Ran.in(data, "models", "promote", "nothing");
        Ran verbose = Ran.in(data, "models", "promote", "nothing", "--verbose");

        assertThat(quiet.exitCode()).isEqualTo(1);
        assertThat(quiet.err()).isEqualTo("movierec: There is no model nothing" + System.lineSeparator());
        assertThat(verbose.err()).contains("UnusableSnapshot").contains("\tat ");
    }

    @Test
    void readsTheSettingsFileThatIsNamed() throws IOException {
        Path file = Files.writeString(data.resolve("mine.properties"), "movierec.port=4711\n");

        assertThat(Ran.in(data, "config", "--config", file.toString()).out())
                .containsPattern("movierec.port +4711 +.*mine.properties");
    }

    @Test
    void takesTheDataFolderBeforeAndAfterTheCommand() {
        String folder = data.toString();

        assertThat(Ran.plain(Map.of(), "", "--data", folder, "config").out()).contains(folder);
        assertThat(Ran.plain(Map.of(), "", "config", "--data", folder).out()).contains(folder);
        assertThat(Ran.plain(Map.of("MOVIEREC_DATA", folder), "", "config").out())
                .contains(folder);
    }

    @Test
    void tellsTheVersion() {
        Ran ran = Ran.plain(Map.of(), "", "--version");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).containsPattern("movierec \\d+\\.\\d+");
    }
}
