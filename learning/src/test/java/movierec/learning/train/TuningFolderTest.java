package movierec.learning.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import movierec.learning.UnusableData;
import movierec.learning.ensemble.TrainingProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TuningFolderTest {
    @TempDir
    private Path folder;

    private TuningFolder tuning() {
        return new TuningFolder(folder.resolve("tuning"));
    }

    @Test
    void hasNoProfileBeforeOneIsKept() {
        assertThat(tuning().profile()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void givesBackWhatWasKept() throws IOException {
        TrainingProfile profile =
                new TrainingProfile(Map.of("dlae.lambda", 1 / 3.0, "als.factors", 96.0, "next-item.weight", 0.0));

        tuning().save(TrainingProfile.DEFAULT, List.of());
        tuning().save(profile, List.of("tuned on\nmade-up data", "0.1 before"));

        assertThat(tuning().profile()).contains(profile);
        assertThat(Files.readAllLines(tuning().profileFile()))
                .startsWith("# tuned on made-up data", "# 0.1 before", "als.factors=96.0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dlae.lamda=5",
                "dlae.lambda=many",
                "dlae.lambda=",
                "dlae.lambda=NaN",
                "dlae.lambda=0",
                "dlae.lambda=-1",
                "dlae.dropout=1",
                "dlae.activityExponent=2",
                "dlae.weight=Infinity",
                "als.weight=-0.1",
                "als.factors=0.5",
                "als.factors=1000000",
                "next-item.futureItems=0",
                "blend.batch=1.5",
                "dlae.lambda=\\u00",
                "no properties at all"
            })
    void refusesWhatNoMemberTakes(String line) throws IOException {
        Path file = Files.writeString(folder.resolve("profile.properties"), "als.lambda=0.01\n" + line + "\n");

        assertThatThrownBy(() -> TuningFolder.read(file))
                .isInstanceOf(UnusableData.class)
                .hasMessageContaining("profile.properties cannot be used");
    }

    @Test
    void refusesWhatIsNoText() throws IOException {
        Path file = Files.write(folder.resolve("profile.properties"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});

        assertThatThrownBy(() -> TuningFolder.read(file)).isInstanceOf(UnusableData.class);
        assertThatThrownBy(() -> TuningFolder.read(folder.resolve("none")))
                .isInstanceOf(UnusableData.class)
                .hasMessageContaining("no such file");
    }
}
