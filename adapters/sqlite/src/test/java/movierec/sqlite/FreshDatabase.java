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

    /** The same file with connections of its own, as another process has it. */
    SqliteDatabase again(SqliteDatabase database) {
        SqliteDatabase another = SqliteDatabase.open(database.file());
        open.add(another);
        return another;
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
        open.forEach(SqliteDatabase::close);
        for (Path folder : open.stream()
                .map(database -> database.file().resolveSibling(""))
                .distinct()
                .toList()) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }
}
