package movierec.sqlite;

import movierec.identity.UserId;
import org.jdbi.v3.core.Handle;

/** The table {@code user_versions}: who changes something of a user calls {@link #increase} in the same transaction. */
final class UserVersions {
    private UserVersions() {}

    static void increase(Handle handle, UserId user) {
        handle.execute("UPDATE counters SET value = value + 1 WHERE name = 'user_version'");
        handle.execute("""
                INSERT INTO user_versions (user_id, version)
                SELECT ?, value FROM counters WHERE name = 'user_version'
                ON CONFLICT (user_id) DO UPDATE SET version = excluded.version
                """, user.value());
    }
}
