package movierec.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import movierec.failure.OutsideFailure;
import movierec.failure.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Says that one process serves a data folder, or replaces what is in it. The operating system gives the lock back when
 * the process ends, however it ends.
 */
public final class DataFolderLock implements AutoCloseable {
    private final FileChannel channel;

    private DataFolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock; creates the folder where there is none.
     *
     * @throws Refusal.Conflict when another process holds it
     */
    public static DataFolderLock take(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(
                    folder.resolve("movierec.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new Refusal.Conflict(
                        "data-folder-in-use", "A running server uses the data folder " + folder + "; stop it first");
            }
            return new DataFolderLock(channel);
        } catch (IOException failed) {
            throw new OutsideFailure("files", "cannot write to the data folder " + folder, false, failed);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failed) {
            throw new OutsideFailure("files", "cannot release the data folder", false, failed);
        }
    }
}
