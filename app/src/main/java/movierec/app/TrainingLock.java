package movierec.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import movierec.failure.OutsideFailure;
import movierec.failure.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Says that one process trains into a folder of models. A second one is refused instead of waiting: it would do the same
 * work again. The operating system gives the lock back when the process ends, however it ends.
 */
final class TrainingLock implements AutoCloseable {
    private static final String NAME = ".training";
    /** Far behind the process number, which Windows would not let others read where the file is locked. */
    private static final long LOCKED_BYTE = 1L << 40;

    private final FileChannel channel;

    private TrainingLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock; creates the folder where there is none.
     *
     * @throws Refusal.Conflict when another training holds it; says which process
     */
    static TrainingLock take(Path folder) {
        Path file = folder.resolve(NAME);
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new Refusal.Conflict(
                        "training-is-running",
                        "A training is running already (process " + Files.readString(file)
                                + "); this one was not started");
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
            return new TrainingLock(channel);
        } catch (IOException failed) {
            throw new OutsideFailure("files", "cannot lock the folder of models " + folder, false, failed);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, false);
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failed) {
            throw new OutsideFailure("files", "cannot release the folder of models", false, failed);
        }
    }
}
