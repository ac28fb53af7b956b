package movierec.vectors;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;

/** Folders for what lives as long as a process; those of processes that were killed are cleared away. */
final class ScratchFolders {
    private static final String PREFIX = "graph-";

    private ScratchFolders() {}

    /** An empty folder of this process, deleted when it is closed. */
    static Directory open(Path parent) throws IOException {
        Files.createDirectories(parent);
        try (DirectoryStream<Path> former = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path folder : former) {
                if (isAbandoned(folder)) {
                    delete(folder);
                }
            }
        }
        Path folder = Files.createTempDirectory(
                parent, PREFIX + ProcessHandle.current().pid() + "-");
        return new FilterDirectory(FSDirectory.open(folder)) {
            @Override
            public void close() throws IOException {
                super.close();
                delete(folder);
            }
        };
    }

    private static boolean isAbandoned(Path folder) {
        String[] parts = folder.getFileName().toString().split("-", -1);
        return parts.length > 1
                && parts[1].matches("\\d{1,18}")
                && ProcessHandle.of(Long.parseLong(parts[1])).isEmpty();
    }

    private static void delete(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : deepestFirst) {
            Files.deleteIfExists(each);
        }
    }
}
