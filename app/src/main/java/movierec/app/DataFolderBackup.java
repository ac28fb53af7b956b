package movierec.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import movierec.failure.OutsideFailure;
import movierec.failure.Refusal;
import movierec.sqlite.SqliteBackup;

/**
 * Everything that makes a server itself in one zip file: the database, keys, models, corpora and settings. What can be
 * built from these, such as the search index, is left out. The zip holds the keys that sign tokens: keep it as safe.
 */
public final class DataFolderBackup {
    private final Path folder;
    private final SqliteBackup database;

    public DataFolderBackup(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
        database = new SqliteBackup(this.folder.resolve(BackupZip.DATABASE));
    }

    /**
     * Writes the zip, also while the server runs. A file of that name is replaced, but by a whole backup only.
     *
     * @throws Refusal.NotFound when the folder holds no database
     */
    public void writeTo(Path zip) {
        Path target = zip.toAbsolutePath();
        Path part = target.resolveSibling(target.getFileName() + ".part");
        Path copy = target.resolveSibling(target.getFileName() + ".db-part");
        try {
            try {
                database.copyTo(copy);
                BackupZip.pack(part, copy, folder);
                force(part);
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(copy);
                Files.deleteIfExists(part);
            }
        } catch (IOException failed) {
            throw new OutsideFailure("files", "cannot write the backup " + zip + ": " + failed, false, failed);
        }
    }

    /**
     * Puts everything of the zip in place. What was there is kept beside it as {@code NAME.before-restore}.
     *
     * @throws Refusal.Conflict when a server uses the folder
     * @throws Refusal.Invalid when the file is no backup
     */
    public void restoreFrom(Path zip) {
        Path unpacked = folder.resolve(".restoring");
        try (DataFolderLock held = DataFolderLock.take(folder)) {
            try {
                deleteTree(unpacked);
                Files.createDirectories(unpacked);
                BackupZip.unpack(zip, unpacked);
                // First, because it alone can still refuse.
                database.restoreFrom(unpacked.resolve(BackupZip.DATABASE));
                replace(unpacked, BackupZip.SETTINGS);
                for (String name : BackupZip.FOLDERS) {
                    replace(unpacked, name);
                }
            } finally {
                deleteTree(unpacked);
            }
        } catch (IOException failed) {
            throw new OutsideFailure("files", "cannot restore " + zip + ": " + failed, false, failed);
        }
    }

    private void replace(Path unpacked, String name) throws IOException {
        Path restored = unpacked.resolve(name);
        if (!Files.exists(restored)) {
            return;
        }
        Path current = folder.resolve(name);
        if (Files.exists(current)) {
            Path former = folder.resolve(name + ".before-restore");
            deleteTree(former);
            Files.move(current, former);
        }
        Files.move(restored, current, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> walk = Files.walk(root)) {
            deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
