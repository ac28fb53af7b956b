package movierec.catalogue.importer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The files of a data set, by name: a folder's, or those of a zip, where one folder at the top makes no difference. */
record DataFiles(Map<String, DataFile> byName) {
    DataFiles {
        byName = Map.copyOf(byName);
    }

    static DataFiles ofFolder(Path folder, ArchiveLimits limits) throws IOException {
        Map<String, DataFile> byName = new TreeMap<>();
        try (Stream<Path> paths = Files.list(folder)) {
            paths.filter(Files::isRegularFile).forEach(path -> {
                DataFile file = new DataFile.OnDisk(path, limits);
                byName.put(file.name(), file);
            });
        }
        return new DataFiles(byName);
    }

    static DataFiles ofZip(Path zip, ArchiveLimits limits) throws IOException {
        Map<String, DataFile> byName = new TreeMap<>();
        try (ZipFile file = new ZipFile(zip.toFile())) {
            if (file.size() > limits.maxMembers()) {
                throw UnusableFile.because(
                        zip.getFileName() + " has " + file.size() + " members, more than " + limits.maxMembers());
            }
            List<? extends ZipEntry> entries = file.stream().toList();
            for (ZipEntry entry : entries) {
                if (!entry.isDirectory() && isPlain(entry.getName())) {
                    limits.check(entry.getName(), entry.getCompressedSize(), entry.getSize());
                    DataFile member = new DataFile.Zipped(zip, entry.getName(), limits);
                    byName.putIfAbsent(member.name(), member);
                }
            }
        }
        return new DataFiles(byName);
    }

    /** The first of the names that is there, plain or with {@code .gz} behind it. */
    Optional<DataFile> find(String... names) {
        for (String name : names) {
            for (String variant : List.of(name, name + ".gz")) {
                if (byName.containsKey(variant)) {
                    return Optional.ofNullable(byName.get(variant));
                }
            }
        }
        return Optional.empty();
    }

    /** Neither deep in folders nor trying to climb out of them. */
    private static boolean isPlain(String member) {
        return member.indexOf('/') == member.lastIndexOf('/')
                && !member.startsWith("/")
                && !member.startsWith("..")
                && member.indexOf('\\') < 0;
    }
}
