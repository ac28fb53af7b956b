package movierec.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import movierec.failure.OutsideFailure;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings a database to the tables this release needs. The files are in {@code movierec/postgres/migration}. Flyway is not
 * started where there is nothing to do, because it costs more time than the rest of opening.
 */
final class Migrations {
    /** The number of the last migration file. */
    static final int LAST = 3;

    /** Remembers which files a database has seen. A name of our own, for databases that are shared with others. */
    static final String TABLE = "movierec_migrations";

    /** "MvRc": any number that other programs do not lock. */
    private static final String LOCK = "SELECT pg_advisory_lock(1299599971)";

    private static final int UNKNOWN = -1;

    private Migrations() {}

    static void migrate(PostgresAddress address, DataSource connections) throws SQLException {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            if (versionOf(address, statement) == LAST) {
                return;
            }
            // Nodes may start together: the second waits, then finds nothing left to do. Flyway locks its own table,
            // but
            // not before it has looked whether there is one. Closing the connection unlocks.
            statement.execute(LOCK);
            if (versionOf(address, statement) != LAST) {
                runFiles(address, connections);
            }
        }
    }

    private static void runFiles(PostgresAddress address, DataSource connections) throws SQLException {
        try {
            Flyway.configure()
                    .dataSource(connections)
                    .loggers("slf4j")
                    .table(TABLE)
                    // Whose tables these are has been asked already; sequences, views and extensions are no hindrance.
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .locations("classpath:movierec/postgres/migration")
                    .load()
                    .migrate();
        } catch (FlywayException failed) {
            if (failed.getCause() instanceof SQLException said) {
                throw said;
            }
            throw new OutsideFailure(
                    PostgresDatabase.SYSTEM, "cannot bring the tables of " + address + " up to date", false, failed);
        }
    }

    /** The number of the last migration a database has seen, 0 for an empty one; fails for a newer one than ours. */
    private static int versionOf(PostgresAddress address, Statement statement) throws SQLException {
        if (number(statement, "SELECT count(current_schema())") == 0) {
            throw unusable(address + " has no schema of the name that currentSchema gives; create it first");
        }
        int tables = number(statement, """
                    SELECT count(*) FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
                    WHERE nspname = current_schema() AND relkind IN ('r', 'p')
                      AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE objid = pg_class.oid AND deptype = 'e')
                    """);
        if (tables == 0) {
            return 0;
        }
        if (number(statement, "SELECT count(to_regclass('" + TABLE + "'))") == 0) {
            throw unusable(address + " is a database of another program; give MovieRec one of its own, or a"
                    + " schema of its own with ?currentSchema=movierec");
        }
        int version = number(statement, "SELECT coalesce(max(version::int), 0) FROM " + TABLE + " WHERE success");
        if (version > LAST) {
            throw unusable(address + " was written by a newer release (tables " + version + ", this release knows "
                    + LAST + "); start that release instead, or put an older backup back");
        }
        return version;
    }

    private static int number(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getInt(1) : UNKNOWN;
        }
    }

    private static OutsideFailure unusable(String why) {
        return new OutsideFailure(PostgresDatabase.SYSTEM, why, false, new IllegalStateException(why));
    }
}
