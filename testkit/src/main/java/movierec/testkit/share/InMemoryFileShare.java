package movierec.testkit.share;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import movierec.share.FileShare;

/** Shared files in a map. */
public final class InMemoryFileShare implements FileShare {
    private final Map<String, String> digests = new TreeMap<>();
    private final Map<String, byte[]> contents = new TreeMap<>();
    private long version;

    @Override
    public synchronized long version() {
        return version;
    }

    @Override
    public synchronized Map<String, String> files() {
        return Map.copyOf(digests);
    }

    @Override
    public synchronized void put(String path, String sha256, Path file) {
        try {
            contents.put(path, Files.readAllBytes(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        digests.put(path, sha256);
        version++;
    }

    @Override
    public synchronized boolean fetch(String path, Path target) {
        byte[] found = contents.getOrDefault(path, new byte[0]);
        if (!digests.containsKey(path)) {
            return false;
        }
        try {
            Files.write(target, found);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return true;
    }

    @Override
    public synchronized void delete(String path) {
        contents.remove(path);
        if (!digests.remove(path, digests.getOrDefault(path, ""))) {
            return;
        }
        version++;
    }
}
