package movierec.learning.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import movierec.failure.OutsideFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockedFolderTest {
    @TempDir
    private Path folder;

    @Test
    void aWriteThatFailsHalfWayLeavesTheOldFileAndNothingElse() throws IOException {
        LockedFolder locked = new LockedFolder(folder);
        write(locked, "old");

        assertThatThrownBy(() -> locked.exclusively("write the file", () -> {
                    locked.write("file", channel -> {
                        channel.write(ByteBuffer.wrap(new byte[] {'n', 'e'}));
                        throw new IOException("No space left on device");
                    });
                    return true;
                }))
                .isInstanceOf(OutsideFailure.class)
                .hasMessageContaining("cannot write the file: No space left on device");

        assertThat(folder.toFile().list()).containsExactlyInAnyOrder(".lock", "file");
        assertThat(folder.resolve("file")).hasContent("old");
    }

    @Test
    void aFullDiskLeavesTheOldFileAndNothingElse() throws Exception {
        Path disk = mountSmallDisk();
        try {
            LockedFolder locked = new LockedFolder(disk);
            write(locked, "old");

            assertThatThrownBy(() -> write(locked, "x".repeat(1 << 20)))
                    .isInstanceOf(OutsideFailure.class)
                    .hasMessageContaining("cannot write the file: No space left");

            assertThat(disk.toFile().list()).containsExactlyInAnyOrder(".lock", "file");
            assertThat(disk.resolve("file")).hasContent("old");
        } finally {
            run("umount", disk.toString());
        }
    }

    private static void write(LockedFolder locked, String text) {
        locked.exclusively("write the file", () -> {
            locked.write("file", channel -> {
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            });
            return true;
        });
    }

    private Path mountSmallDisk() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "mounting a small disk needs root");
        assumeTrue(Files.isExecutable(Path.of("/bin/mount")), "mounting a small disk needs mount");
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.toString()), "mount is not permitted");
        return disk;
    }

    private static boolean run(String... command) throws Exception {
        Process process = new ProcessBuilder(List.of(command))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    }
}
