package movierec.postgres;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import movierec.failure.OutsideFailure;

/** Says in words what PostgreSQL's states mean for the person who runs the server. */
final class Failures {
    /** The server ended the connection, or nobody answers; what the driver and the pool say, and what the server says. */
    private static final String CONNECTION = "08";

    private static final String SERVER_SHUTS_DOWN = "57P01";
    private static final String SERVER_CRASHED = "57P02";
    private static final String SERVER_STARTS = "57P03";
    private static final String IDLE_IN_TRANSACTION = "25P03";
    private static final String SERIALIZATION = "40001";
    private static final String DEADLOCK = "40P01";

    private Failures() {}

    /** Other transactions were in the way, and this one was taken back: it may well succeed at once. */
    static boolean isCollision(Throwable thrown) {
        String state = stateOf(thrown);
        return state.equals(SERIALIZATION) || state.equals(DEADLOCK);
    }

    /** The connection broke, and what had begun on it was not committed: the server has taken it back. */
    static boolean isLostConnection(Throwable thrown) {
        String state = stateOf(thrown);
        return !(thrown instanceof UnknownOutcome)
                && !isWaitForConnection(thrown)
                && (state.startsWith(CONNECTION)
                        || state.equals(SERVER_SHUTS_DOWN)
                        || state.equals(SERVER_CRASHED)
                        || state.equals(SERVER_STARTS)
                        || state.equals(IDLE_IN_TRANSACTION));
    }

    /** The commit was sent, and its answer never came. */
    static SQLException unknownOutcome(Throwable lost) {
        return new UnknownOutcome(lost);
    }

    /** @param thrown by the driver, the pool or JDBI */
    static OutsideFailure inWords(PostgresAddress address, Exception thrown) {
        String state = stateOf(thrown);
        if (thrown instanceof UnknownOutcome) {
            return failure(
                    thrown,
                    true,
                    "the connection to " + address + " was lost while a change was being stored: it may"
                            + " be there or not; do it again where that does no harm");
        }
        if (hasCause(thrown, InterruptedException.class)) {
            return failure(thrown, true, "interrupted while waiting for a connection to " + address);
        }
        if (isWaitForConnection(thrown) && !state.startsWith("28") && !state.startsWith("53")) {
            String reason = state.isEmpty() ? "all connections to it are busy" : "it does not answer";
            return failure(thrown, true, "no connection to " + address + " in time: " + reason + "; try again");
        }
        return switch (state) {
            case SERIALIZATION, DEADLOCK -> failure(thrown, true, "other changes were in the way; try again");
            case SERVER_STARTS -> failure(thrown, true, address + " is starting or stopping; try again");
            case IDLE_IN_TRANSACTION -> failure(thrown, true, "a transaction on " + address + " took too long");
            case "57014" -> failure(thrown, true, "a statement on " + address + " took too long and was ended");
            case "55P03" -> failure(thrown, true, "other changes on " + address + " did not finish in time; try again");
            case "53300" ->
                failure(
                        thrown,
                        true,
                        address + " takes no more connections; make the pools of the nodes smaller, or"
                                + " max_connections of the server greater");
            case "53100" -> failure(thrown, true, "the disk of " + address + " is full; free some space");
            case "25006" ->
                failure(
                        thrown,
                        true,
                        address + " takes no changes: it is a standby, or set to read only; DATABASE_URL"
                                + " has to name the primary");
            case "3D000" -> failure(thrown, false, "there is no such database at " + address + "; create it first");
            case "42501" ->
                failure(
                        thrown,
                        false,
                        "the user of DATABASE_URL may not do that on " + address + "; it has to own the"
                                + " database or its schema");
            default -> byClass(address, state, thrown);
        };
    }

    private static OutsideFailure byClass(PostgresAddress address, String state, Throwable thrown) {
        if (isLostConnection(thrown)) {
            return failure(thrown, true, "cannot reach " + address + ", or the connection broke; is it running?");
        }
        return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
            case "28" ->
                failure(
                        thrown,
                        false,
                        address + " refuses the user, the password or this host; check DATABASE_URL and pg_hba.conf");
            case "53" -> failure(thrown, true, address + " has run out of memory or disk; try again later");
            case "58", "XX" -> failure(thrown, false, address + " reports a damaged disk or table; see its log");
            case "23" -> failure(thrown, false, "a value breaks a rule of the tables");
            default -> failure(thrown, false, "a statement failed on " + address);
        };
    }

    private static OutsideFailure failure(Throwable thrown, boolean retryable, String words) {
        String state = stateOf(thrown);
        return new OutsideFailure(
                PostgresDatabase.SYSTEM, state.isEmpty() ? words : words + " (" + state + ")", retryable, thrown);
    }

    /** The pool had no connection to give. */
    private static boolean isWaitForConnection(Throwable thrown) {
        return hasCause(thrown, SQLTransientConnectionException.class);
    }

    private static boolean hasCause(Throwable thrown, Class<? extends Throwable> type) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    /** The five characters of the SQL standard, or an empty text. */
    private static String stateOf(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException said && said.getSQLState() != null) {
                return said.getSQLState();
            }
        }
        return "";
    }

    private static final class UnknownOutcome extends SQLException {
        private static final long serialVersionUID = 1L;

        UnknownOutcome(Throwable lost) {
            super("the answer to a commit was lost", lost);
        }
    }
}
