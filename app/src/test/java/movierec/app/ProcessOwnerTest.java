package movierec.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProcessOwnerTest {
    @Test
    void aProcessThatLivesIsNotGone() {
        assertThat(ProcessOwner.isGone(owner(ProcessHandle.current()))).isFalse();
    }

    @Test
    void aProcessThatHasEndedIsGone() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sleep", "60").start();
        String owner = owner(process.toHandle());
        assertThat(ProcessOwner.isGone(owner)).isFalse();

        process.destroyForcibly().waitFor();

        assertThat(ProcessOwner.isGone(owner)).isTrue();
    }

    @Test
    void aDeadProcessWhoseParentHasNotNoticedIsGone() throws IOException, InterruptedException {
        assumeThat(Path.of("/proc/self/stat"))
                .as("this system has no /proc to look into")
                .exists();
        // The shell becomes a sleep, which never asks what became of the other one.
        Process parent = new ProcessBuilder("sh", "-c", "sleep 60 & echo $!; exec sleep 60").start();
        try (BufferedReader out = parent.inputReader()) {
            ProcessHandle child =
                    ProcessHandle.of(Long.parseLong(out.readLine().strip())).orElseThrow();
            String owner = owner(child);
            assertThat(ProcessOwner.isGone(owner)).isFalse();

            child.destroyForcibly();
            awaitZombie(child);

            assertThat(ProcessHandle.of(child.pid()))
                    .as("the number is still taken")
                    .isPresent();
            assertThat(ProcessOwner.isGone(owner)).isTrue();
        } finally {
            parent.destroyForcibly();
        }
    }

    @Test
    void nothingIsKnownOfProcessesOfOtherMachines() {
        assertThat(ProcessOwner.isGone("pid 1 on another-machine (started 2026-01-01T00:00:00Z) #1"))
                .isFalse();
        assertThat(ProcessOwner.isGone("somebody")).isFalse();
    }

    private static void awaitZombie(ProcessHandle process) throws IOException, InterruptedException {
        Path stat = Path.of("/proc", Long.toString(process.pid()), "stat");
        for (int tries = 0; !Files.readString(stat).contains(") Z "); tries++) {
            assertThat(tries).as("times looked for the end of the process").isLessThan(1_000);
            Thread.sleep(10);
        }
    }

    private static String owner(ProcessHandle process) {
        return ProcessOwner.of(process, new Random(1)).text();
    }
}
