package movierec.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import movierec.failure.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes are tested by {@code ModelLifecycleTest} of the command line. */
class TrainingLockTest {
    @TempDir
    private Path folder;

    @Test
    void aSecondOneIsToldWhoHoldsIt() {
        try (TrainingLock held = TrainingLock.take(folder)) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> TrainingLock.take(folder))
                    .isInstanceOf(Refusal.Conflict.class)
                    .hasMessageContaining("(process " + ProcessHandle.current().pid() + ")");
        }
    }

    @Test
    void isFreeAgainAfterTheTrainingAndAfterADeadOne() throws Exception {
        Files.writeString(folder.resolve(".training"), "99999999 of a process that died");

        TrainingLock.take(folder).close();
        TrainingLock.take(folder).close();

        assertThat(Files.readString(folder.resolve(".training")))
                .isEqualTo(Long.toString(ProcessHandle.current().pid()));
    }

    @Test
    void createsTheFolder() {
        TrainingLock.take(folder.resolve("models")).close();

        assertThat(folder.resolve("models")).isDirectory();
    }
}
