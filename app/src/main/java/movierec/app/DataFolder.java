package movierec.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import movierec.crypto.SigningKeys;
import movierec.learning.train.FileCorpusStore;
import movierec.learning.train.FileModelRepository;
import movierec.learning.train.TuningFolder;
import movierec.sqlite.SqliteDatabase;
import movierec.sqlite.SqliteTitleStore;

/** What lies where in the data folder of the embedded mode, for work that needs one part and not the whole product. */
public record DataFolder(Path path) {
    public Path database() {
        return path.resolve("movierec.db");
    }

    public Path keys() {
        return path.resolve("keys");
    }

    public FileModelRepository models() {
        return new FileModelRepository(path.resolve("models"));
    }

    public FileCorpusStore corpora() {
        return new FileCorpusStore(path.resolve("corpora"));
    }

    public TuningFolder tuning() {
        return new TuningFolder(path.resolve("tuning"));
    }

    /** Signs with a new key from now on; a running server notices within a minute. */
    public void rotateKeys(InstantSource clock) {
        SigningKeys.open(keys(), clock).rotate();
    }

    public boolean hasDatabase() {
        return Files.exists(database());
    }

    /**
     * Opens the database, brings its tables up to date and looks for damage, which reads the whole file.
     *
     * @param clock tells which titles may still be shown
     * @throws movierec.failure.OutsideFailure when it cannot be opened
     */
    public DatabaseState examineDatabase(InstantSource clock) {
        try (SqliteDatabase database = SqliteDatabase.open(database())) {
            List<String> findings = database.read(handle -> handle.createQuery("PRAGMA integrity_check(10)")
                    .mapTo(String.class)
                    .list());
            int tables = database.read(handle -> handle.createQuery("PRAGMA user_version")
                    .mapTo(Integer.class)
                    .one());
            List<String> faults = findings.equals(List.of("ok")) ? List.of() : findings;
            return new DatabaseState(
                    tables, faults, new SqliteTitleStore(database, clock).all().size());
        }
    }

    /**
     * What was found in the database.
     *
     * @param tables number of the last migration
     * @param faults what is damaged; empty when nothing is
     */
    public record DatabaseState(int tables, List<String> faults, int titles) {
        public DatabaseState {
            faults = List.copyOf(faults);
        }
    }
}
