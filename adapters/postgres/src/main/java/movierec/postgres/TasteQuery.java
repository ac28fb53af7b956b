package movierec.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import movierec.identity.UserId;
import movierec.taste.Event;
import movierec.taste.Preferences;
import movierec.taste.ServedList;
import movierec.taste.Taste;
import movierec.title.TitleId;
import org.jdbi.v3.core.Handle;

/**
 * The whole of a taste in one statement: one trip to the server, and everything is of the same moment. Each row is of one
 * of three parts, with the columns of an event used for what the part has to say.
 */
final class TasteQuery {
    private static final int USER = 1;
    private static final int EVENT = 2;
    private static final int SERVED = 3;

    private static final String SQL = """
            SELECT '' AS media_type, 0 AS tmdb_id, '' AS kind, 0::float8 AS value, version AS at, '' AS client_id,
                preferences AS context, 0::int8 AS id, 1 AS part
            FROM user_versions LEFT JOIN user_preferences USING (user_id) WHERE user_id = :user
            UNION ALL
            SELECT media_type, tmdb_id, kind, value, at, client_id, context, id, 2
            FROM events WHERE user_id = :user AND kind <> 'shown'
            UNION ALL
            (SELECT '', 0, profile, 0, served_at, model_version, titles, id, 3
            FROM served_recommendations WHERE user_id = :user AND served_at >= :since
            ORDER BY served_at DESC, id DESC LIMIT :limit)
            ORDER BY at, id
            """;

    private final List<Event> events = new ArrayList<>();
    private final List<ServedList> served = new ArrayList<>();
    private long version;
    private Preferences preferences = Preferences.DEFAULTS;

    private TasteQuery() {}

    static Taste load(Handle handle, UserId user, Instant servedSince) {
        TasteQuery taste = new TasteQuery();
        handle.createQuery(SQL)
                .bind("user", user.value())
                .bind("since", servedSince.toEpochMilli())
                .bind("limit", Taste.MAX_SERVED)
                .map((row, context) -> taste.add(row))
                .list();
        return new Taste(user, taste.version, taste.preferences, taste.events, taste.served.reversed());
    }

    private boolean add(ResultSet row) throws SQLException {
        int part = row.getInt(9);
        return switch (part) {
            case USER -> addUser(row);
            case EVENT -> events.add(EventTable.event(row));
            case SERVED -> served.add(servedList(row));
            default -> throw new IllegalStateException("no part of a taste: " + part);
        };
    }

    private boolean addUser(ResultSet row) throws SQLException {
        version = row.getLong(5);
        String json = row.getString(7); // null where the join found nothing
        if (json != null) {
            preferences = Documents.read(json, Preferences.class);
        }
        return true;
    }

    private static ServedList servedList(ResultSet row) throws SQLException {
        List<TitleId> titles = TitleIds.parse(row.getString(7));
        return new ServedList(Instant.ofEpochMilli(row.getLong(5)), Texts.read(row, 3), Texts.read(row, 6), titles);
    }
}
