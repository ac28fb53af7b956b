package movierec.cli.operate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import movierec.app.DataFolder;
import movierec.app.DataFolder.DatabaseState;
import movierec.failure.OutsideFailure;
import movierec.learning.train.FileModelRepository;
import movierec.model.ModelInfo;
import movierec.model.UnusableSnapshot;

/** Checks of what is in the data folder. */
final class DataChecks {
    private static final long MIB = 1 << 20;
    private static final long LITTLE_MIB = 1_024;
    private static final long TOO_LITTLE_MIB = 50;
    private static final Set<PosixFilePermission> OF_OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);
    private static final String LATER = "not there yet; the first start makes it";

    private final DataFolder folder;
    private final InstantSource clock;

    DataChecks(DataFolder folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    List<Finding> all() {
        List<Finding> findings = new ArrayList<>();
        findings.add(folderIsWritable());
        findings.add(spaceIsFree());
        findings.addAll(database());
        findings.add(keysAreSafe());
        findings.add(model());
        return findings;
    }

    private Finding folderIsWritable() {
        Path path = folder.path().toAbsolutePath().normalize();
        Path nearest = nearestExisting();
        if (!Files.isDirectory(nearest) || !Files.isWritable(nearest)) {
            return Finding.fail("data folder", nearest + " cannot be written; check its owner and rights");
        }
        return Finding.ok("data folder", Files.exists(path) ? path.toString() : path + " is " + LATER);
    }

    private Finding spaceIsFree() {
        try {
            long freeMib = Files.getFileStore(nearestExisting()).getUsableSpace() / MIB;
            String detail = String.format("%,d MB free", freeMib);
            if (freeMib < TOO_LITTLE_MIB) {
                return Finding.fail("disk space", detail + "; make room");
            }
            return freeMib < LITTLE_MIB ? Finding.warn("disk space", detail) : Finding.ok("disk space", detail);
        } catch (IOException failure) {
            return Finding.warn("disk space", "cannot be told: " + failure.getMessage());
        }
    }

    private Path nearestExisting() {
        Path path = folder.path().toAbsolutePath().normalize();
        while (!Files.exists(path)) {
            path = path.resolveSibling("");
        }
        return path;
    }

    private List<Finding> database() {
        if (!folder.hasDatabase()) {
            return List.of(Finding.ok("database", LATER));
        }
        try {
            DatabaseState state = folder.examineDatabase(clock);
            Finding whole = state.faults().isEmpty()
                    ? Finding.ok("database", "opens, is whole, tables of version " + state.tables())
                    : Finding.fail(
                            "database",
                            "is damaged (" + state.faults().getFirst()
                                    + "); put a backup back with: movierec restore FILE");
            String titles = String.format("%,d titles", state.titles());
            return List.of(
                    whole,
                    state.titles() == 0
                            ? Finding.warn("catalogue", "empty; the next start fills it with the sample")
                            : Finding.ok("catalogue", titles));
        } catch (OutsideFailure failure) {
            return List.of(Finding.fail("database", String.valueOf(failure.getMessage())));
        }
    }

    private Finding keysAreSafe() {
        if (!Files.isDirectory(folder.keys())) {
            return Finding.ok("keys", LATER);
        }
        try (Stream<Path> files = Files.list(folder.keys())) {
            List<Path> keys = files.toList();
            Optional<Path> open =
                    keys.stream().filter(DataChecks::isOpenToOthers).findFirst();
            return open.map(key -> Finding.fail("keys", "others may read " + key + "; run: chmod go= " + key))
                    .orElseGet(() -> Finding.ok("keys", keys.size() + " files, readable by their owner only"));
        } catch (IOException | UncheckedIOException failure) {
            return Finding.fail("keys", "cannot be read: " + failure.getMessage());
        }
    }

    private static boolean isOpenToOthers(Path key) {
        if (!key.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return false;
        }
        try {
            return Files.getPosixFilePermissions(key).stream().anyMatch(OF_OTHERS::contains);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Finding model() {
        if (!Files.isDirectory(folder.path().resolve("models"))) {
            return Finding.warn("model", "none yet; train one with: movierec train");
        }
        FileModelRepository models = folder.models();
        try {
            Optional<String> version = models.servingVersion();
            if (version.isEmpty()) {
                return Finding.warn("model", "none serves yet; train one with: movierec train");
            }
            ModelInfo model = models.open(version.get()).info();
            return Finding.ok("model", model.version() + ", trained on " + String.join(", ", model.trainedOn()));
        } catch (UnusableSnapshot | OutsideFailure unusable) {
            return Finding.fail(
                    "model", unusable.getMessage() + "; go back with: movierec models rollback, or train again");
        }
    }
}
