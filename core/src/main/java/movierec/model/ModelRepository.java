package movierec.model;

import java.util.List;
import java.util.Optional;

/** Keeps model snapshots and says which one serves. Shared between processes. Thread-safe. */
public interface ModelRepository {
    /** The version that serves now, after any process's latest promotion; empty when there is none. Cheap. */
    Optional<String> servingVersion();

    /**
     * Opens a snapshot.
     *
     * @throws UnusableSnapshot when it is missing, damaged or of a newer format
     */
    CollaborativeModel open(String version);

    /** Every snapshot kept, newest first; unusable ones are left out. */
    List<ModelInfo> list();

    /** Makes a kept snapshot the serving one. Refuses a snapshot that cannot be opened. */
    void promote(String version);

    /** Makes the snapshot that served before the current one serve again, and returns its version. */
    String rollback();
}
