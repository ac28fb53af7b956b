package movierec.postgres;

import movierec.identity.UserId;
import org.jdbi.v3.core.Handle;

/**
 * The table {@code user_versions}. Who changes something of a user calls {@link #lock} before it looks at anything, and
 * {@link #increase} in the same transaction.
 */
final class UserVersions {
    private UserVersions() {}

    /**
     * Lets changes of one user come one after the other, whatever node makes them, until the transaction ends. No row
     * could be locked instead: a new user has none. Statements that follow see what the one before has changed.
     */
    static void lock(Handle handle, UserId user) {
        handle.createQuery("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")
                .bind(0, user.value())
                .map((row, context) -> true)
                .one();
    }

    /** Under the user's lock: so versions of a user grow in the order in which their changes become visible. */
    static void increase(Handle handle, UserId user) {
        handle.execute("""
                INSERT INTO user_versions (user_id, version) VALUES (?, nextval('user_version'))
                ON CONFLICT (user_id) DO UPDATE SET version = excluded.version
                """, user.value());
    }
}
