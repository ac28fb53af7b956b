package movierec.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import movierec.failure.OutsideFailure;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings a database to the tables this release needs. The files are in {@code movierec/sqlite/migration}; each sets
 * {@code PRAGMA user_version} to its own number, and Flyway starts only where that number is not the last one: it
 * costs more time than the rest of opening.
 */
final class Migrations {
    /** The number of the last migration file. */
    static final int LAST = 5;

    /** As in {@code V1__first_tables.sql}. */
    static final int APPLICATION_ID = 1299599971;

    private static final Object ONE_AT_A_TIME = new Object();

    private Migrations() {}

    static void migrate(Path file, DataSource connections) throws SQLException {
        if (versionOf(file, connections) == LAST) {
            return;
        }
        // The server and a command may start together: the second waits, then finds nothing left to do.
        Path lockFile = file.resolveSibling(file.getFileName() + ".migrating");
        synchronized (ONE_AT_A_TIME) {
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                if (held.isValid() && versionOf(file, connections) != LAST) {
                    Flyway.configure()
                            .dataSource(connections)
                            .loggers("slf4j")
                            .locations("classpath:movierec/sqlite/migration")
                            .load()
                            .migrate();
                }
            } catch (IOException failed) {
                throw new OutsideFailure("sqlite", "cannot write " + lockFile, false, failed);
            } catch (FlywayException failed) {
                throw new OutsideFailure("sqlite", "cannot bring the tables of " + file + " up to date", false, failed);
            }
        }
    }

    /** The number of the last migration a database has seen, 0 for an empty one; fails for a newer one than ours. */
    static int versionOf(Path file, DataSource connections) throws SQLException {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            int version = number(statement, "PRAGMA user_version");
            int application = number(statement, "PRAGMA application_id");
            int tables = number(statement, "SELECT count(*) FROM sqlite_schema");
            if (application != APPLICATION_ID && tables > 0) {
                throw unusable(file + " is a database of another program");
            }
            if (version > LAST) {
                throw unusable(file + " was written by a newer release (tables " + version + ", this release knows "
                        + LAST + "); start that release instead, or put an older backup back");
            }
            return version;
        }
    }

    private static int number(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return row.getInt(1);
        }
    }

    private static OutsideFailure unusable(String why) {
        return new OutsideFailure("sqlite", why, false, new IllegalStateException(why));
    }
}
