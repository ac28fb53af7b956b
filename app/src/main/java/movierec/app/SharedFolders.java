package movierec.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import movierec.failure.OutsideFailure;
import movierec.share.FileShare;

/**
 * Keeps some folders of a node's data folder the same as those of all other nodes, by way of a {@link FileShare}: keys, models,
 * corpora. Whoever changed a file since the two last agreed wins; where both did, the share does. Thread-safe.
 */
final class SharedFolders implements NodeFolders {
    /** What the node and the share last agreed on. */
    private static final String AGREED = ".shared";

    private final FileShare share;
    private final Path data;
    private final List<String> folders;
    private final Map<String, Known> digests = new HashMap<>();
    private final Map<String, String> agreed;
    private long seenVersion = -1;

    /** A digest and what the file looked like when it was computed. */
    private record Known(long size, long modifiedMillis, String sha256) {}

    /** @param folders names of folders in the data folder */
    SharedFolders(FileShare share, Path data, List<String> folders) {
        this.share = share;
        this.data = data;
        this.folders = List.copyOf(folders);
        this.agreed = new TreeMap<>(readAgreed());
    }

    @Override
    public synchronized boolean synchronise() {
        try {
            Map<String, String> local = local();
            long version = share.version();
            if (version == seenVersion && local.equals(agreed)) {
                return false;
            }
            Map<String, String> shared = share.files();
            if (version == 0) {
                // A new share, in the place of the one that was agreed with: no reason to delete what is here.
                agreed.clear();
            }
            boolean pulled = pull(local, shared);
            push(local, shared);
            writeAgreed();
            seenVersion = version;
            return pulled;
        } catch (IOException failed) {
            throw new OutsideFailure("files", "cannot share the files in " + data + ": " + failed, true, failed);
        }
    }

    private boolean pull(Map<String, String> local, Map<String, String> shared) throws IOException {
        List<String> wanted = new ArrayList<>();
        for (String path : union(local, shared)) {
            String theirs = shared.getOrDefault(path, "");
            boolean theyChanged = !theirs.equals(agreed.getOrDefault(path, ""));
            if (theyChanged && !theirs.equals(local.getOrDefault(path, ""))) {
                wanted.add(path);
            } else if (theyChanged) {
                agree(path, theirs);
            }
        }
        wanted.sort(Comparator.comparing((String path) -> isPointer(path)).thenComparing(path -> path));
        for (String path : wanted) {
            pullOne(path, shared.getOrDefault(path, ""), local);
        }
        return !wanted.isEmpty();
    }

    private void pullOne(String path, String sha256, Map<String, String> local) throws IOException {
        Path file = data.resolve(path);
        if (sha256.isEmpty()) {
            Files.deleteIfExists(file);
            local.remove(path);
            agree(path, "");
            return;
        }
        Files.createDirectories(file.getParent());
        Path temporary = Files.createTempFile(file.getParent(), ".shared", ".tmp");
        try {
            if (share.fetch(path, temporary) && digest(temporary).equals(sha256)) {
                ownerOnly(temporary);
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                local.put(path, sha256);
                agree(path, sha256);
            }
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private void push(Map<String, String> local, Map<String, String> shared) {
        List<String> changed = new ArrayList<>();
        for (String path : union(local, shared)) {
            boolean theyChanged = !shared.getOrDefault(path, "").equals(agreed.getOrDefault(path, ""));
            if (!theyChanged && !local.getOrDefault(path, "").equals(agreed.getOrDefault(path, ""))) {
                changed.add(path);
            }
        }
        changed.sort(Comparator.comparing((String path) -> isPointer(path)).thenComparing(path -> path));
        for (String path : changed) {
            String ours = local.getOrDefault(path, "");
            if (ours.isEmpty()) {
                share.delete(path);
            } else {
                share.put(path, ours, data.resolve(path));
            }
            agree(path, ours);
        }
    }

    /** Whether a file only names others, which have to be there before it. */
    private static boolean isPointer(String path) {
        return path.indexOf('.') < 0;
    }

    private static Iterable<String> union(Map<String, String> one, Map<String, String> other) {
        TreeSet<String> paths = new TreeSet<>(one.keySet());
        paths.addAll(other.keySet());
        return paths;
    }

    private void agree(String path, String sha256) {
        if (sha256.isEmpty()) {
            agreed.remove(path);
        } else {
            agreed.put(path, sha256);
        }
    }

    private Map<String, String> local() throws IOException {
        Map<String, String> found = new TreeMap<>();
        for (String folder : folders) {
            if (Files.isDirectory(data.resolve(folder))) {
                try (Stream<Path> files = Files.list(data.resolve(folder))) {
                    for (Path file : (Iterable<Path>) files.filter(SharedFolders::isShared)::iterator) {
                        found.put(folder + "/" + file.getFileName(), digestOf(file));
                    }
                }
            }
        }
        return found;
    }

    /** Locks and files that are being written are a node's own. */
    private static boolean isShared(Path file) {
        String name = String.valueOf(file.getFileName());
        return Files.isRegularFile(file) && !name.startsWith(".") && !name.endsWith(".tmp");
    }

    private String digestOf(Path file) throws IOException {
        long size = Files.size(file);
        long modified = Files.getLastModifiedTime(file).toMillis();
        Known known = digests.getOrDefault(file.toString(), new Known(-1, -1, ""));
        if (known.size() == size && known.modifiedMillis() == modified) {
            return known.sha256();
        }
        String sha256 = digest(file);
        digests.put(file.toString(), new Known(size, modified, sha256));
        return sha256;
    }

    private static String digest(Path file) throws IOException {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha256)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    private static void ownerOnly(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private Map<String, String> readAgreed() {
        Path file = data.resolve(AGREED);
        try {
            if (!Files.exists(file)) {
                return Map.of();
            }
            Map<String, String> read = new HashMap<>();
            for (String line : Files.readAllLines(file)) {
                int blank = line.indexOf(' ');
                if (blank > 0) {
                    read.put(line.substring(blank + 1), line.substring(0, blank));
                }
            }
            return read;
        } catch (IOException failed) {
            throw new OutsideFailure("files", "cannot read " + file, false, failed);
        }
    }

    private void writeAgreed() throws IOException {
        List<String> lines = new ArrayList<>();
        agreed.forEach((path, sha256) -> lines.add(sha256 + " " + path));
        Path temporary = Files.write(data.resolve(AGREED + ".tmp"), lines);
        Files.move(
                temporary, data.resolve(AGREED), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
