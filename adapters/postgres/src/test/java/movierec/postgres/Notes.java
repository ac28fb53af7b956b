package movierec.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import movierec.failure.OutsideFailure;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jdbi.v3.core.Handle;

/** A table that tests of the database itself write to and read from. */
final class Notes {
    private Notes() {}

    /** The same database, with the table. */
    static PostgresDatabase in(PostgresDatabase database) {
        database.write(handle -> handle.execute("CREATE TABLE notes (note text PRIMARY KEY)"));
        return database;
    }

    static int add(Handle handle, String note) {
        return handle.execute("INSERT INTO notes VALUES (?)", note);
    }

    static List<String> of(PostgresDatabase database) {
        return database.read(handle -> handle.createQuery("SELECT note FROM notes ORDER BY note")
                .mapTo(String.class)
                .list());
    }

    static int one(Handle handle) {
        return handle.createQuery("SELECT 1").mapTo(Integer.class).one();
    }

    static int writeNothing(PostgresDatabase database) {
        return database.write(handle -> handle.execute("DELETE FROM events WHERE id = -1"));
    }

    static OutsideFailure failureOf(ThrowingCallable call) {
        OutsideFailure failure = catchThrowableOfType(OutsideFailure.class, call);
        assertThat(failure).isNotNull();
        return failure;
    }
}
