package movierec.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import movierec.failure.OutsideFailure;
import movierec.failure.Refusal;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database and a pool of connections to it. Any number of nodes may use it together. It outlives a restart of the
 * server: broken connections are replaced, and work that the server has certainly taken back is done again, so callers
 * notice a short restart as a wait. Thread-safe; meant for virtual threads.
 *
 * <p>What a callback returns must be complete, no open stream or result. Callbacks may run more than once and must not
 * call the database again.
 */
public final class PostgresDatabase implements AutoCloseable {
    static final String SYSTEM = "postgres";

    /** How long long work may take, statement by statement: purges, nightly batches, whole catalogues. */
    private static final Duration LONG_PATIENCE = Duration.ofMinutes(10);

    /** The server ends a statement before the client stops listening: then it is known what became of it. */
    private static final Duration NETWORK_MARGIN = Duration.ofSeconds(2);

    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(10);

    /** After which the server takes back what a node has begun and never ended, cut off or frozen. */
    private static final Duration MAX_PAUSE = Duration.ofMinutes(1);

    private static final int MAX_ATTEMPTS = 5;
    private static final Duration BREATHER = Duration.ofMillis(5);
    private static final Logger log = LoggerFactory.getLogger(PostgresDatabase.class);

    private final PostgresAddress address;
    private final Duration patience;
    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private PostgresDatabase(PostgresAddress address, Duration patience, HikariDataSource pool) {
        this.address = address;
        this.patience = patience;
        this.pool = pool;
        jdbi = Jdbi.create(pool);
        jdbi.registerArgument(new Texts());
        // Parameters are what users wrote: they belong in no message and no log.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    }

    /**
     * Connects and brings the tables up to date.
     *
     * @param maxConnections most connections of this node; all nodes together have to stay below the server's
     *     {@code max_connections}
     * @param patience how long a call waits for a free connection, and a statement for its end; at least 250 ms
     * @throws OutsideFailure when the server cannot be reached, refuses the user, or was written by a newer release
     */
    public static PostgresDatabase open(PostgresAddress address, int maxConnections, Duration patience) {
        try {
            Migrations.migrate(address, dataSource(address, LONG_PATIENCE));
        } catch (SQLException failed) {
            throw Failures.inWords(address, failed);
        }
        HikariConfig config = new HikariConfig();
        config.setPoolName("movierec");
        config.setDataSource(dataSource(address, patience));
        config.setMaximumPoolSize(maxConnections);
        config.setConnectionTimeout(patience.toMillis());
        config.setValidationTimeout(Math.min(patience.toMillis(), CONNECT_PATIENCE.toMillis()));
        // The migrations have just been there; whoever comes first waits for a connection as everybody does.
        config.setInitializationFailTimeout(-1);
        // Here and not in the start of a connection: poolers between here and the server refuse it there.
        config.setConnectionInitSql("""
                SET statement_timeout = %1$d;
                SET idle_in_transaction_session_timeout = %2$d;
                SET default_transaction_isolation = 'read committed'
                """.formatted(patience.toMillis(), MAX_PAUSE.toMillis()));
        return new PostgresDatabase(address, patience, new HikariDataSource(config));
    }

    private static DataSource dataSource(PostgresAddress address, Duration patience) {
        Properties defaults = new Properties();
        defaults.setProperty("ApplicationName", "movierec");
        defaults.setProperty("tcpKeepAlive", "true");
        defaults.setProperty("connectTimeout", seconds(min(patience, CONNECT_PATIENCE)));
        defaults.setProperty("loginTimeout", seconds(min(patience, CONNECT_PATIENCE)));
        defaults.setProperty("socketTimeout", seconds(patience.plus(NETWORK_MARGIN)));
        // The detail of a message quotes values, and values are personal data.
        defaults.setProperty("logServerErrorDetail", "false");
        return address.dataSource(defaults);
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static String seconds(Duration duration) {
        return Long.toString(Math.max(1, duration.toSeconds()));
    }

    /** Runs one query: one trip to the server. */
    public <T> T read(HandleCallback<T, SQLException> query) {
        return attempt(() -> {
            try (Handle handle = jdbi.open()) {
                return query.withHandle(handle);
            }
        });
    }

    /** Runs several queries that all see the same moment of the database. */
    public <T> T readTogether(HandleCallback<T, SQLException> queries) {
        return attempt(() -> inTransaction(handle -> {
            handle.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
            return queries.withHandle(handle);
        }));
    }

    /** Runs one query that may take long; with a fetch size its rows come bit by bit. */
    public <T> T readMuch(HandleCallback<T, SQLException> query) {
        return attempt(() -> inTransaction(patiently(query)));
    }

    /**
     * Runs changes in one transaction and returns when they are safe on the server's disk. Each statement sees what others
     * have committed before it. Anything thrown by the callback takes its changes back; a {@link Refusal} reaches the
     * caller as it is.
     */
    public <T> T write(HandleCallback<T, SQLException> changes) {
        return attempt(() -> inTransaction(changes));
    }

    /** As {@link #write}, for changes of many rows, which may take long. */
    public <T> T writeMuch(HandleCallback<T, SQLException> changes) {
        return attempt(() -> inTransaction(patiently(changes)));
    }

    private static <T> HandleCallback<T, SQLException> patiently(HandleCallback<T, SQLException> work) {
        return handle -> {
            // The pool sets the time of the network back when it gets the connection back.
            handle.getConnection().setNetworkTimeout(Runnable::run, (int)
                    LONG_PATIENCE.plus(NETWORK_MARGIN).toMillis());
            handle.execute("SET LOCAL statement_timeout = " + LONG_PATIENCE.toMillis());
            return work.withHandle(handle);
        };
    }

    private <T> T inTransaction(HandleCallback<T, SQLException> work) throws SQLException {
        try (Handle handle = jdbi.open()) {
            handle.begin();
            T result;
            try {
                result = work.withHandle(handle);
            } catch (Throwable thrown) { // whatever it is, nothing of it may stay
                rollBack(handle);
                throw thrown;
            }
            try {
                handle.commit();
            } catch (JdbiException failed) {
                if (Failures.isLostConnection(failed)) {
                    throw Failures.unknownOutcome(failed);
                }
                throw failed;
            }
            return result;
        }
    }

    private static void rollBack(Handle handle) {
        try {
            handle.rollback();
        } catch (JdbiException broken) {
            log.debug("The server takes back what was begun on a broken connection", broken);
        }
    }

    /** Does it again where it is certain that nothing of it has stayed, and where there is time left. */
    private <T> T attempt(Work<T> work) {
        long began = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            try {
                return work.run();
            } catch (SQLException | JdbiException failed) {
                if (pool.isClosed()) {
                    throw new OutsideFailure(SYSTEM, "the database is closed", false, failed);
                }
                boolean lost = Failures.isLostConnection(failed);
                boolean again = lost || Failures.isCollision(failed);
                if (!again || attempt == MAX_ATTEMPTS || System.nanoTime() - began > patience.toNanos()) {
                    throw Failures.inWords(address, failed);
                }
                log.debug("Attempt {} failed, trying again", attempt, failed);
                if (!lost) {
                    LockSupport.parkNanos(BREATHER.toNanos() * attempt); // lets the others finish
                } else {
                    // The others broke with it, most likely; what is in use ends by itself.
                    pool.getHikariPoolMXBean().softEvictConnections();
                }
            }
        }
    }

    /** One attempt. */
    private interface Work<T> {
        T run() throws SQLException;
    }

    /** A stored value that cannot be what this program wrote. */
    static OutsideFailure damaged(String what, String value) {
        return new OutsideFailure(
                SYSTEM, what + " in the database is damaged", false, new IllegalStateException(value));
    }

    public PostgresAddress address() {
        return address;
    }

    /** Connections that are in use at this moment. */
    int activeConnections() {
        return pool.getHikariPoolMXBean().getActiveConnections();
    }

    /** Calls that come later fail. */
    @Override
    public void close() {
        pool.close();
    }
}
