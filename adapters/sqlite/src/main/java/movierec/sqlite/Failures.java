package movierec.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import movierec.failure.OutsideFailure;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Says in words what SQLite's result codes mean for the person who runs the server. */
final class Failures {
    private Failures() {}

    /** What the caller of the database gets to see: refusals and bugs as they are, everything of SQLite in words. */
    static RuntimeException seenByCaller(Path file, Throwable thrown) {
        if (thrown instanceof SQLException || thrown instanceof JdbiException) {
            return inWords(file, thrown);
        }
        if (thrown instanceof RuntimeException unchecked) {
            return unchecked;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        return new IllegalStateException(thrown);
    }

    private static OutsideFailure inWords(Path file, Throwable thrown) {
        SQLiteException said = sqliteExceptionOf(thrown);
        if (said == null) {
            return new OutsideFailure("sqlite", "a statement failed on " + file, false, thrown);
        }
        SQLiteErrorCode primary = SQLiteErrorCode.getErrorCode(said.getResultCode().code & 0xff);
        return switch (primary) {
            case SQLITE_BUSY, SQLITE_LOCKED ->
                failure(said, true, "another process is writing to " + file + " and did not finish in time; try again");
            case SQLITE_CORRUPT, SQLITE_NOTADB ->
                failure(
                        said,
                        false,
                        file + " is damaged or no database; put a backup back with: movierec restore FILE");
            case SQLITE_FULL ->
                failure(said, true, "the disk that holds " + file + " is full; free some space, nothing was lost");
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN, SQLITE_AUTH ->
                failure(said, false, "cannot write " + file + "; check that it and its folder belong to this user");
            case SQLITE_IOERR -> failure(said, false, "the disk that holds " + file + " failed to read or write");
            case SQLITE_CONSTRAINT -> failure(said, false, "a value breaks a rule of the tables");
            default -> failure(said, false, "a statement failed on " + file);
        };
    }

    private static OutsideFailure failure(SQLiteException said, boolean retryable, String words) {
        return new OutsideFailure("sqlite", words + " (" + said.getResultCode().name() + ")", retryable, said);
    }

    private static @Nullable SQLiteException sqliteExceptionOf(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException said) {
                return said;
            }
        }
        return null;
    }
}
