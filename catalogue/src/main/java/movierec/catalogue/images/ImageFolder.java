package movierec.catalogue.images;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import movierec.title.SourceTerms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps pictures as files, up to so many bytes; the one that nobody asked for the longest goes first. What is beyond its legal
 * age is never found. Whatever is wrong with the disk, pictures are served on, only not kept. Thread-safe; another process may
 * delete files at any time.
 */
final class ImageFolder {
    static final String UNFINISHED = ".part";
    private static final String KEPT = ".image";
    private static final Logger LOG = LoggerFactory.getLogger(ImageFolder.class);

    private final Path folder;
    private final long maxBytes;
    private final InstantSource clock;
    /** Lengths of the files by name, longest unused first. */
    private final Map<String, Long> lengths = new LinkedHashMap<>(16, 0.75f, true);

    private long bytes;
    private boolean listed;

    ImageFolder(Path folder, long maxBytes, InstantSource clock) {
        this.folder = folder;
        this.maxBytes = maxBytes;
        this.clock = clock;
    }

    Optional<Image> find(ImageName name) {
        Path file = file(name);
        try {
            Optional<ImageFile> kept = ImageFile.read(file).filter(one -> maySay(one.fetchedAt()));
            if (kept.isEmpty()) {
                delete(file);
                return Optional.empty();
            }
            used(file, kept.get().length());
            return kept.map(ImageFile::image);
        } catch (IOException gone) {
            forget(file);
            return Optional.empty();
        }
    }

    /** A moment that is still to come was not written by us, or by a wrong clock. */
    private boolean maySay(Instant fetchedAt) {
        Instant now = clock.instant();
        return !fetchedAt.isAfter(now) && SourceTerms.maySay(SourceTerms.TMDB, fetchedAt, now);
    }

    /** The moment of use stands in the file system, so that it outlives the process. */
    private void used(Path file, long length) {
        synchronized (this) {
            list();
            put(file.getFileName().toString(), length);
        }
        try {
            Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
        } catch (IOException readOnly) {
            LOG.debug("The last use of a picture cannot be noted: {}", readOnly.toString());
        }
    }

    void save(ImageName name, Image image) {
        if (ImageFile.HEADER_BYTES + image.bytes().length > maxBytes) {
            return;
        }
        Path file = file(name);
        try {
            Files.createDirectories(folder);
            ImageFile kept = new ImageFile(clock.instant(), image);
            kept.write(file);
            Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
            kept(file, kept.length());
        } catch (IOException full) {
            LOG.warn("A picture cannot be kept in {}: {}", folder, full.toString());
        }
    }

    private synchronized void kept(Path file, long length) throws IOException {
        list();
        put(file.getFileName().toString(), length);
        Iterator<Map.Entry<String, Long>> oldest = lengths.entrySet().iterator();
        while (bytes > maxBytes && oldest.hasNext()) {
            Map.Entry<String, Long> entry = oldest.next();
            Files.deleteIfExists(folder.resolve(entry.getKey()));
            bytes -= entry.getValue();
            oldest.remove();
        }
    }

    private void put(String name, long length) {
        Long before = lengths.put(name, length);
        bytes += length - (before == null ? 0 : before);
    }

    /** Removes every picture; whoever asks for one has it fetched again. */
    void purge() {
        deleteWhere(KEPT, file -> true);
        deleteWhere(UNFINISHED, file -> true);
    }

    /** Removes what is no longer served: pictures beyond their legal age, and what a stopped process left unfinished. */
    int deleteExpired() {
        Instant yesterday = clock.instant().minus(Duration.ofDays(1));
        deleteWhere(UNFINISHED, file -> lastUse(file).toInstant().isBefore(yesterday));
        return deleteWhere(KEPT, file -> !maySay(ImageFile.readFetchedAt(file)));
    }

    /** Which files to delete. */
    private interface Condition {
        boolean holds(Path file) throws IOException;
    }

    private int deleteWhere(String ending, Condition condition) {
        int deleted = 0;
        for (Path file : files(ending)) {
            try {
                if (condition.holds(file)) {
                    delete(file);
                    deleted++;
                }
            } catch (IOException gone) {
                forget(file);
            }
        }
        return deleted;
    }

    private void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
        forget(file);
    }

    private synchronized void forget(Path file) {
        Long length = lengths.remove(file.getFileName().toString());
        bytes -= length == null ? 0 : length;
    }

    /** Learns, once, what an earlier process left here. */
    private void list() {
        if (listed) {
            return;
        }
        listed = true;
        Map<Path, FileTime> lastUses = new HashMap<>();
        for (Path file : files(KEPT)) {
            lastUses.put(file, lastUse(file));
        }
        lastUses.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .forEach(
                        file -> put(file.getFileName().toString(), file.toFile().length()));
    }

    private static FileTime lastUse(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }

    private List<Path> files(String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException | UncheckedIOException unreadable) {
            LOG.warn("The kept pictures in {} cannot be listed: {}", folder, unreadable.toString());
            return List.of();
        }
    }

    /** Some file systems take a.jpg and A.JPG for one name, and others refuse some names: so a digest stands for it. */
    private Path file(ImageName name) {
        byte[] digest = Digests.sha256(name.path().getBytes(StandardCharsets.UTF_8));
        return folder.resolve(HexFormat.of().formatHex(digest) + KEPT);
    }
}
