package movierec.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import movierec.identity.UserId;
import movierec.taste.ServedList;
import movierec.taste.ServedLog;
import org.jdbi.v3.core.Handle;

/** The table {@code served_recommendations}. */
final class ServedTable {
    private ServedTable() {}

    static int insert(Handle handle, List<ServedLog.Entry> entries) {
        return handle.execute(
                """
                INSERT INTO served_recommendations (user_id, served_at, profile, model_version, titles)
                SELECT user_id, served_at, profile, model_version, titles
                FROM unnest(?, ?, ?, ?, ?) WITH ORDINALITY
                    AS entry (user_id, served_at, profile, model_version, titles, place)
                ORDER BY place
                """,
                Columns.texts(entries, entry -> entry.user().value()),
                Columns.longs(entries, entry -> entry.list().at().toEpochMilli()),
                Columns.texts(entries, entry -> entry.list().profile()),
                Columns.texts(entries, entry -> entry.list().modelVersion()),
                Columns.texts(entries, entry -> TitleIds.text(entry.list().titles())));
    }

    /** Newest first. */
    static List<ServedList> all(Handle handle, UserId user) {
        return handle.createQuery("""
                        SELECT served_at, profile, model_version, titles FROM served_recommendations
                        WHERE user_id = ? ORDER BY served_at DESC, id DESC
                        """)
                .bind(0, user.value())
                .map((row, context) -> servedList(row))
                .list();
    }

    static int deleteBefore(Handle handle, Instant moment) {
        return handle.execute("DELETE FROM served_recommendations WHERE served_at < ?", moment.toEpochMilli());
    }

    private static ServedList servedList(ResultSet row) throws SQLException {
        return new ServedList(
                Instant.ofEpochMilli(row.getLong(1)),
                Texts.read(row, 2),
                Texts.read(row, 3),
                TitleIds.parse(row.getString(4)));
    }
}
