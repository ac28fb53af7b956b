package movierec.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import movierec.failure.Refusal;

/** What is in the zip file of a backup. Only its owner may read it, and what is unpacked from it. */
final class BackupZip {
    static final String DATABASE = "movierec.db";
    static final String SETTINGS = "movierec.properties";
    static final List<String> FOLDERS = List.of("keys", "models", "corpora", "tuning");

    private BackupZip() {}

    /** @param database a copy that nobody changes meanwhile */
    static void pack(Path zip, Path database, Path dataFolder) throws IOException {
        Files.deleteIfExists(zip);
        createForOwnerOnly(zip);
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(out)) {
            add(entries, DATABASE, database);
            if (Files.exists(dataFolder.resolve(SETTINGS))) {
                add(entries, SETTINGS, dataFolder.resolve(SETTINGS));
            }
            for (String name : FOLDERS) {
                for (Path file : filesIn(dataFolder.resolve(name))) {
                    add(entries, dataFolder.relativize(file).toString().replace('\\', '/'), file);
                }
            }
        }
    }

    /** Files whose names begin with a dot are locks and unfinished work. */
    private static List<Path> filesIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .filter(file -> Stream.iterate(file, one -> !one.equals(folder), Path::getParent)
                            .noneMatch(one -> one.getFileName().toString().startsWith(".")))
                    .sorted()
                    .toList();
        }
    }

    private static void add(ZipOutputStream entries, String name, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            entries.putNextEntry(new ZipEntry(name));
            in.transferTo(entries);
            entries.closeEntry();
        } catch (NoSuchFileException tidiedUp) {
            if (name.equals(DATABASE)) {
                throw tidiedUp;
            }
            // An old model that was deleted since the folder was listed.
        }
    }

    static void unpack(Path zip, Path into) throws IOException {
        if (!Files.isRegularFile(zip)) {
            throw new Refusal.NotFound("There is no file " + zip);
        }
        try (ZipFile file = new ZipFile(zip.toFile())) {
            if (file.getEntry(DATABASE) == null) {
                throw notABackup(zip, "it holds no " + DATABASE);
            }
            Enumeration<? extends ZipEntry> entries = file.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (!entry.isDirectory()) {
                    unpack(file, entry, target(zip, entry, into));
                }
            }
        } catch (ZipException damaged) {
            throw notABackup(zip, "it is no whole zip file");
        }
    }

    private static void unpack(ZipFile file, ZipEntry entry, Path target) throws IOException {
        Files.createDirectories(target.resolveSibling(""));
        createForOwnerOnly(target);
        try (InputStream in = file.getInputStream(entry);
                OutputStream out = Files.newOutputStream(target)) {
            in.transferTo(out);
        }
    }

    /** No entry may leave the folder it is unpacked into, and none is unpacked that we did not pack. */
    private static Path target(Path zip, ZipEntry entry, Path into) {
        Path target = into.resolve(entry.getName()).normalize();
        if (target.startsWith(into) && !target.equals(into)) {
            Path inside = into.relativize(target);
            String first = inside.getName(0).toString();
            boolean ours = inside.getNameCount() == 1
                    ? first.equals(DATABASE) || first.equals(SETTINGS)
                    : FOLDERS.contains(first);
            if (ours) {
                return target;
            }
        }
        throw notABackup(zip, "it holds " + entry.getName());
    }

    private static void createForOwnerOnly(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }

    private static Refusal.Invalid notABackup(Path zip, String why) {
        return Refusal.Invalid.parameter("FILE", zip + " is no backup: " + why);
    }
}
