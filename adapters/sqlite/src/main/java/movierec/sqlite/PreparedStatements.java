package movierec.sqlite;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the statements of one connection prepared, because preparing costs several times more than a short query. Used
 * by the connection's own thread only.
 */
final class PreparedStatements implements StatementBuilder {
    private static final int MAX_KEPT = 100;
    private static final Logger log = LoggerFactory.getLogger(PreparedStatements.class);

    /** Statements nobody uses at the moment, by their SQL. */
    private final Map<String, PreparedStatement> idle = new LinkedHashMap<>();

    /**
     * Runs a query on JDBC alone, for the few queries that nearly every request waits for: JDBI's own part costs more
     * than such a query.
     *
     * @param parameters bound in their order; texts and whole numbers only
     */
    static <T> T query(Handle handle, String sql, RowsReader<T> reader, Object... parameters) throws SQLException {
        PreparedStatements statements = (PreparedStatements) handle.getStatementBuilder();
        PreparedStatement statement = statements.take(handle.getConnection(), sql);
        try {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return reader.read(rows);
            }
        } finally {
            statements.close(handle.getConnection(), sql, statement);
        }
    }

    /** Reads all rows of a result. */
    interface RowsReader<T> {
        T read(ResultSet rows) throws SQLException;
    }

    private PreparedStatement take(Connection connection, String sql) throws SQLException {
        PreparedStatement kept = idle.remove(sql);
        return kept != null ? kept : connection.prepareStatement(sql);
    }

    @Override
    public Statement create(Connection connection, StatementContext context) throws SQLException {
        return connection.createStatement();
    }

    @Override
    public PreparedStatement create(Connection connection, String sql, StatementContext context) throws SQLException {
        return take(connection, sql);
    }

    @Override
    public CallableStatement createCall(Connection connection, String sql, StatementContext context)
            throws SQLException {
        return connection.prepareCall(sql);
    }

    @Override
    public void close(Connection connection, String sql, Statement statement) throws SQLException {
        boolean keep = statement instanceof PreparedStatement prepared
                && idle.size() < MAX_KEPT
                && !idle.containsKey(sql)
                && isCleared(prepared);
        if (keep) {
            idle.put(sql, (PreparedStatement) statement);
        } else {
            statement.close();
        }
    }

    /** False for a statement that the driver closed because it failed. */
    private static boolean isCleared(PreparedStatement statement) {
        try {
            statement.clearParameters();
            statement.clearBatch();
            return true;
        } catch (SQLException closed) {
            log.debug("A failed statement is not kept", closed);
            return false;
        }
    }

    @Override
    public void close(Connection connection) {
        idle.clear();
    }
}
