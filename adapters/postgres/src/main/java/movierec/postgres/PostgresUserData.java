package movierec.postgres;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import movierec.identity.UserId;
import movierec.taste.EventKind;
import movierec.taste.UserData;

/** Everything about one user, from all tables. */
public final class PostgresUserData implements UserData {
    /** Every table with rows of users. A table that comes later is added here, or its rows outlive the user. */
    private static final List<UserTable> TABLES = List.of(
            new UserTable("events", "user_id"),
            new UserTable("favourites", "user_id"),
            new UserTable("watchlist", "user_id"),
            new UserTable("user_preferences", "user_id"),
            new UserTable("served_recommendations", "user_id"),
            new UserTable("batch_recommendations", "user_id"),
            new UserTable("user_versions", "user_id"),
            new UserTable("user_profiles", "sub"),
            new UserTable("refresh_tokens", "sub"),
            new UserTable("mailed_codes", "sub"),
            new UserTable("accounts", "sub"));

    private final PostgresDatabase database;

    public PostgresUserData(PostgresDatabase database) {
        this.database = database;
    }

    @Override
    public Everything export(UserId user) {
        return database.readTogether(handle -> new Everything(
                PostgresTasteStore.preferences(handle, user),
                EventTable.history(handle, user, EnumSet.allOf(EventKind.class), Long.MAX_VALUE, Integer.MAX_VALUE),
                ListTable.FAVOURITES.page(handle, user, 0, Integer.MAX_VALUE).entries(),
                ListTable.WATCHLIST.page(handle, user, 0, Integer.MAX_VALUE).entries(),
                ServedTable.all(handle, user),
                BatchTable.find(handle, user).stream().toList()));
    }

    @Override
    public Map<String, Integer> erase(UserId user) {
        return database.writeMuch(handle -> {
            UserVersions.lock(handle, user);
            // Whoever adds a list or a session for this user holds one of these rows: what they add is seen below.
            handle.execute("SELECT 1 FROM user_versions WHERE user_id = ? FOR UPDATE", user.value());
            handle.execute("SELECT 1 FROM accounts WHERE sub = ? FOR UPDATE", user.value());
            Map<String, Integer> erased = new LinkedHashMap<>();
            for (UserTable table : TABLES) {
                String delete = "DELETE FROM " + table.name() + " WHERE " + table.userColumn() + " = ?";
                erased.put(table.name(), handle.execute(delete, user.value()));
            }
            return erased;
        });
    }

    private record UserTable(String name, String userColumn) {}
}
