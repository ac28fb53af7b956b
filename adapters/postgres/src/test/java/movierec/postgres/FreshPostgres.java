package movierec.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import movierec.testkit.taste.TasteStores;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Opens databases of their own on the real server, and closes and drops them after the test. A migrated one is made once
 * and then copied, which takes a fraction of the time. Fails a test that has not given its connections back.
 */
final class FreshPostgres implements AfterEachCallback {
    static final Duration PATIENCE = Duration.ofSeconds(10);
    /** Each costs a test some milliseconds. */
    private static final int CONNECTIONS = 4;

    private static final Object ONE_AT_A_TIME = new Object();
    private static String template = "";

    private final List<PostgresDatabase> open = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    /** The URL of a database without any table. */
    String emptyUrl() {
        return RealPostgres.url(create("template1"));
    }

    /** The URL of a database with empty tables. */
    String url() {
        return RealPostgres.url(create(migrated()));
    }

    PostgresDatabase database() {
        return open(url());
    }

    PostgresDatabase open(String url) {
        return open(url, CONNECTIONS, PATIENCE);
    }

    PostgresDatabase open(String url, int connections, Duration patience) {
        PostgresDatabase database = PostgresDatabase.open(PostgresAddress.parse(url), connections, patience);
        open.add(database);
        return database;
    }

    /** The same database with connections of its own, as another node has it. */
    PostgresDatabase again(PostgresDatabase database) {
        return open(RealPostgres.url(database.address().toString().replaceFirst(".*/", "")));
    }

    TasteStores stores() {
        return stores(database());
    }

    static TasteStores stores(PostgresDatabase database) {
        return new TasteStores(
                new PostgresEventLog(database),
                new PostgresTitleLists(database),
                new PostgresTasteStore(database),
                new PostgresServedLog(database),
                new PostgresBatchListStore(database),
                new PostgresUserData(database),
                new PostgresTitleStore(database, TasteStores.CLOCK));
    }

    private static String migrated() {
        synchronized (ONE_AT_A_TIME) {
            if (template.isEmpty()) {
                String name = name();
                execute("CREATE DATABASE " + name);
                PostgresDatabase.open(PostgresAddress.parse(RealPostgres.url(name)), 1, PATIENCE)
                        .close();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> drop(name)));
                template = name;
            }
            return template;
        }
    }

    private String create(String from) {
        String name = name();
        synchronized (ONE_AT_A_TIME) { // a database that is being copied takes no other connection
            execute("CREATE DATABASE " + name + " TEMPLATE " + from + " STRATEGY file_copy");
        }
        names.add(name);
        return name;
    }

    private static String name() {
        return "test_" + UUID.randomUUID().toString().replace("-", "");
    }

    private static void drop(String name) {
        execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }

    /** On the server, not in any of the tests' databases. */
    static void execute(String sql) {
        execute(RealPostgres.url(), sql);
    }

    static void execute(String url, String sql) {
        try (Connection connection = connect(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    static Connection connect(String url) throws SQLException {
        return PostgresAddress.parse(url).dataSource(new Properties()).getConnection();
    }

    /** Ends every connection to a database but the one that asks. */
    static int terminateConnections(String url) {
        try (Connection connection = connect(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
                        WHERE datname = current_database() AND pid <> pg_backend_pid()
                        """)) {
            row.next();
            return row.getInt(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        List<Integer> inUse =
                open.stream().map(PostgresDatabase::activeConnections).toList();
        open.forEach(PostgresDatabase::close);
        names.forEach(FreshPostgres::drop);
        assertThat(inUse).as("connections that were not given back").allMatch(count -> count == 0);
    }
}
