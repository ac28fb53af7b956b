package movierec.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import movierec.testkit.taste.TasteStores;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Opens databases in folders of their own, and closes and deletes them after the test. */
final class FreshDatabase implements AfterEachCallback {
    private final List<SqliteDatabase> open = new ArrayList<>();

    SqliteDatabase database() {
        try {
            SqliteDatabase database =
                    SqliteDatabase.open(Files.createTempDirectory("movierec").resolve("movierec.db"));
            open.add(database);
            return database;
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    TasteStores stores() {
        return stores(database());
    }

    static TasteStores stores(SqliteDatabase database) {
        return new TasteStores(
                new SqliteEventLog(database),
                new SqliteTitleLists(database),
                new SqliteTasteStore(database),
                new SqliteServedLog(database),
                new SqliteBatchListStore(database),
                new SqliteUserData(database),
                new SqliteTitleStore(database, TasteStores.CLOCK));
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        for (SqliteDatabase database : open) {
            database.close();
            Path folder = database.file().resolveSibling("");
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }
}
