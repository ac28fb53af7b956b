package movierec.learning.train;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;
import movierec.failure.OutsideFailure;

/**
 * A folder that several processes write to, one at a time. A file appears in it complete or not at all, and is on the disk
 * when the write returns. Readers need no lock.
 */
final class LockedFolder {
    private static final String TEMPORARY = ".tmp";
    /** A file lock belongs to the whole process, so its threads queue here first. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    private final Path folder;

    /** Creates the folder. Temporary files of writers that died are removed, unless someone is writing right now. */
    LockedFolder(Path folder) {
        this.folder = folder;
        attempt("create " + folder, () -> {
            Files.createDirectories(folder);
            if (THREADS.tryLock()) {
                try (FileChannel channel = lockFile();
                        FileLock lock = channel.tryLock()) {
                    if (lock != null) {
                        removeLeftovers();
                    }
                } finally {
                    THREADS.unlock();
                }
            }
            return true;
        });
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** Runs the work while no other thread or process holds the lock of this folder. */
    <T> T exclusively(String what, Work<T> work) {
        return attempt(what, () -> {
            THREADS.lock();
            try (FileChannel channel = lockFile();
                    FileLock lock = channel.lock()) {
                if (lock.isValid()) {
                    removeLeftovers();
                }
                return work.run();
            } finally {
                THREADS.unlock();
            }
        });
    }

    /** Writes or replaces a file; call only from within {@link #exclusively}. */
    void write(String name, Content content) throws IOException {
        Path temporary = folder.resolve(name + TEMPORARY);
        try {
            try (FileChannel channel =
                    FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                content.writeTo(channel);
                channel.force(true);
            }
            Files.move(temporary, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
        syncFolder();
    }

    /** Runs file work and translates its failure. */
    static <T> T attempt(String what, Work<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new OutsideFailure("files", "cannot " + what + ": " + why, true, e);
        }
    }

    private FileChannel lockFile() throws IOException {
        return FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private void removeLeftovers() throws IOException {
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(folder, "*" + TEMPORARY)) {
            for (Path leftover : leftovers) {
                Files.deleteIfExists(leftover);
            }
        }
    }

    /** Makes the rename itself survive a crash. Windows cannot open folders and needs no such call. */
    private void syncFolder() throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder)) {
                channel.force(true);
            }
        }
    }

    /** Work on files. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    /** Writes a file's content. */
    @FunctionalInterface
    interface Content {
        void writeTo(FileChannel channel) throws IOException;
    }
}
