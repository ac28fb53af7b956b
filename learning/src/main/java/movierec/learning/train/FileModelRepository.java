package movierec.learning.train;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import movierec.failure.Refusal;
import movierec.learning.FittedEnsemble;
import movierec.learning.snapshot.BadSnapshot;
import movierec.learning.snapshot.Snapshot;
import movierec.learning.snapshot.SnapshotWriter;
import movierec.model.CollaborativeModel;
import movierec.model.ModelInfo;
import movierec.model.ModelRepository;
import movierec.model.UnusableSnapshot;
import movierec.title.TitleId;

/**
 * Keeps snapshots in a folder, a file {@code <version>.model} each. The file {@code serving} names, a line each, the
 * version that serves and those that served before it, latest first.
 */
public final class FileModelRepository implements ModelRepository {
    /** How many snapshots are kept besides those that could serve after a rollback. */
    public static final int KEPT = 5;

    private static final String SUFFIX = ".model";
    private static final String SERVING = "serving";
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,79}");

    private final LockedFolder folder;
    private final Path path;
    /** What was found in a file, until its size or time changes: a snapshot need not be checked twice. */
    private final Map<String, Checked> checked = new ConcurrentHashMap<>();

    public FileModelRepository(Path folder) {
        this.path = folder;
        this.folder = new LockedFolder(folder);
    }

    @Override
    public Optional<String> servingVersion() {
        return servingOrder().stream().findFirst();
    }

    @Override
    public CollaborativeModel open(String version) {
        Snapshot snapshot = openSnapshot(version);
        try {
            return new SnapshotModel(snapshot, ModelProperties.info(snapshot.properties()));
        } catch (RuntimeException e) {
            throw new UnusableSnapshot("The model " + version + " holds what this program cannot read; train again", e);
        }
    }

    private Snapshot openSnapshot(String version) {
        if (!VERSION.matcher(version).matches()) {
            throw new UnusableSnapshot("There is no model " + version);
        }
        try {
            return Snapshot.open(file(version));
        } catch (BadSnapshot e) {
            throw new UnusableSnapshot("The model " + version + " cannot be used: its file " + e.getMessage(), e);
        } catch (NoSuchFileException e) {
            throw new UnusableSnapshot("There is no model " + version, e);
        } catch (IOException e) {
            throw new UnusableSnapshot("The model " + version + " cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public List<ModelInfo> list() {
        List<ModelInfo> usable = new ArrayList<>();
        for (String version : versions()) {
            check(version).ifPresent(usable::add);
        }
        return List.copyOf(usable);
    }

    private Optional<ModelInfo> check(String version) {
        return LockedFolder.attempt("read the folder of models", () -> {
            BasicFileAttributes file;
            try {
                file = Files.readAttributes(file(version), BasicFileAttributes.class);
            } catch (NoSuchFileException e) {
                return Optional.empty();
            }
            long bytes = file.size();
            FileTime changed = file.lastModifiedTime();
            Checked known = checked.get(version);
            if (known == null || known.bytes != bytes || !known.changed.equals(changed)) {
                known = new Checked(bytes, changed, usableInfo(version));
                checked.put(version, known);
            }
            return known.info.stream().findFirst();
        });
    }

    private List<ModelInfo> usableInfo(String version) {
        try {
            return List.of(open(version).info());
        } catch (UnusableSnapshot e) {
            return List.of();
        }
    }

    @Override
    public void promote(String version) {
        open(version);
        folder.exclusively("promote a model", () -> {
            List<String> order = new ArrayList<>(servingOrder());
            if (order.isEmpty() || !order.getFirst().equals(version)) {
                order.addFirst(version);
                writeServing(order.subList(0, Math.min(order.size(), KEPT)));
            }
            return version;
        });
    }

    @Override
    public String rollback() {
        return folder.exclusively("roll back to the model before", () -> {
            List<String> order = new ArrayList<>(servingOrder());
            while (order.size() > 1) {
                order.removeFirst();
                if (check(order.getFirst()).isPresent()) {
                    writeServing(order);
                    return order.getFirst();
                }
            }
            throw new Refusal.Conflict("no-earlier-model", "There is no earlier model to go back to");
        });
    }

    /**
     * Keeps a new snapshot; it does not serve before it is promoted.
     *
     * @param titles by item index
     * @param ensemble of members with item weights or item factors
     * @param support users per item index; 0 for a title whose factors were predicted from content
     */
    public void add(ModelInfo info, List<TitleId> titles, FittedEnsemble ensemble, int[] support) {
        if (!VERSION.matcher(info.version()).matches()) {
            throw new IllegalArgumentException("A version is a plain file name, not " + info.version());
        }
        long[] itemIds = titles.stream().mapToLong(TitleCode::encode).toArray();
        folder.exclusively("write the model " + info.version(), () -> {
            folder.write(
                    info.version() + SUFFIX,
                    channel -> SnapshotWriter.write(channel, ModelProperties.of(info), itemIds, support, ensemble));
            return true;
        });
    }

    /** Whether there is a snapshot of this version, usable or not. */
    boolean isKept(String version) {
        return Files.exists(file(version));
    }

    /** Deletes all but the newest {@link #KEPT} and those that serve or could after a rollback. Returns how many. */
    public int prune() {
        return folder.exclusively("delete old models", () -> {
            List<String> versions = versions();
            Set<String> kept = new HashSet<>(servingOrder());
            kept.addAll(versions.subList(0, Math.min(versions.size(), KEPT)));
            int deleted = 0;
            for (String version : versions) {
                if (!kept.contains(version) && Files.deleteIfExists(file(version))) {
                    checked.remove(version);
                    deleted++;
                }
            }
            return deleted;
        });
    }

    /** Newest first. */
    private List<String> versions() {
        return LockedFolder.attempt("read the folder of models", () -> {
            List<String> versions = new ArrayList<>();
            try (DirectoryStream<Path> files = Files.newDirectoryStream(path, "*" + SUFFIX)) {
                for (Path file : files) {
                    String name = String.valueOf(file.getFileName());
                    versions.add(name.substring(0, name.length() - SUFFIX.length()));
                }
            }
            versions.sort(Comparator.reverseOrder());
            return versions;
        });
    }

    private List<String> servingOrder() {
        return LockedFolder.attempt("read which model serves", () -> {
            try {
                return Files.readString(folder.file(SERVING)).lines().toList();
            } catch (NoSuchFileException e) {
                return List.of();
            }
        });
    }

    private void writeServing(List<String> order) throws IOException {
        byte[] lines = (String.join("\n", order) + "\n").getBytes(StandardCharsets.UTF_8);
        folder.write(SERVING, channel -> {
            ByteBuffer bytes = ByteBuffer.wrap(lines);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        });
    }

    private Path file(String version) {
        return folder.file(version + SUFFIX);
    }

    /** @param info one element when the snapshot is usable, else none */
    private record Checked(long bytes, FileTime changed, List<ModelInfo> info) {}
}
