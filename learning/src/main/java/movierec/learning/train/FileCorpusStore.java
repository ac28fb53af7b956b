package movierec.learning.train;

import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import movierec.model.CorpusStore;
import movierec.model.RatingCorpus;

/** Keeps each corpus as one file of a folder, 14 bytes a rating; see {@link CorpusFile}. */
public final class FileCorpusStore implements CorpusStore {
    private static final String SUFFIX = ".corpus";

    private final LockedFolder folder;
    private final Path path;

    public FileCorpusStore(Path folder) {
        this.path = folder;
        this.folder = new LockedFolder(folder);
    }

    @Override
    public List<RatingCorpus> all() {
        return LockedFolder.attempt("read the folder of rating corpora", () -> {
            List<RatingCorpus> corpora = new ArrayList<>();
            try (DirectoryStream<Path> files = Files.newDirectoryStream(path, "*" + SUFFIX)) {
                for (Path file : files) {
                    corpora.add(CorpusFile.open(file));
                }
            }
            corpora.sort(Comparator.comparing(RatingCorpus::name));
            return List.copyOf(corpora);
        });
    }

    @Override
    public long save(RatingCorpus corpus) {
        return folder.exclusively("store the rating corpus " + corpus.name(), () -> {
            long[] ratings = new long[1];
            folder.write(fileName(corpus.name()), channel -> ratings[0] = CorpusFile.write(channel, corpus));
            return ratings[0];
        });
    }

    @Override
    public boolean delete(String name) {
        return folder.exclusively(
                "delete the rating corpus " + name, () -> Files.deleteIfExists(folder.file(fileName(name))));
    }

    /** Readable as far as file systems allow, and different for different names. */
    private static String fileName(String name) {
        String readable = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String start = readable.substring(0, Math.min(readable.length(), 60));
        return start + "-" + digest(name) + SUFFIX;
    }

    private static String digest(String name) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
