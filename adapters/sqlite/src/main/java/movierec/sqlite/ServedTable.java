package movierec.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import movierec.failure.OutsideFailure;
import movierec.identity.UserId;
import movierec.taste.ServedList;
import movierec.taste.ServedLog;
import movierec.title.TitleId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The table {@code served_recommendations}. */
final class ServedTable {
    private ServedTable() {}

    static int insert(Handle handle, List<ServedLog.Entry> entries) {
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO served_recommendations (user_id, served_at, profile, model_version, titles)
                VALUES (?, ?, ?, ?, ?)
                """);
        for (ServedLog.Entry entry : entries) {
            ServedList list = entry.list();
            StringJoiner titles = new StringJoiner(" ");
            list.titles().forEach(title -> titles.add(title.toString()));
            batch.add(
                    entry.user().value(),
                    list.at().toEpochMilli(),
                    list.profile(),
                    list.modelVersion(),
                    titles.toString());
        }
        return batch.execute().length;
    }

    /** Newest first. */
    static List<ServedList> since(Handle handle, UserId user, Instant since, int limit) throws SQLException {
        String sql = """
                SELECT served_at, profile, model_version, titles FROM served_recommendations
                WHERE user_id = ? AND served_at >= ?
                ORDER BY served_at DESC, id DESC
                LIMIT ?
                """;
        return PreparedStatements.query(
                handle, sql, ServedTable::servedLists, user.value(), since.toEpochMilli(), limit);
    }

    private static List<ServedList> servedLists(ResultSet rows) throws SQLException {
        List<ServedList> lists = new ArrayList<>();
        while (rows.next()) {
            lists.add(servedList(rows));
        }
        return lists;
    }

    static int deleteBefore(Handle handle, Instant moment) {
        return handle.execute("DELETE FROM served_recommendations WHERE served_at < ?", moment.toEpochMilli());
    }

    private static ServedList servedList(ResultSet row) throws SQLException {
        return new ServedList(
                Instant.ofEpochMilli(row.getLong(1)), row.getString(2), row.getString(3), titles(row.getString(4)));
    }

    private static List<TitleId> titles(String joined) {
        List<TitleId> titles = new ArrayList<>();
        for (int start = 0; start < joined.length(); ) {
            int space = joined.indexOf(' ', start);
            int end = space < 0 ? joined.length() : space;
            titles.add(TitleId.parse(joined.substring(start, end)).orElseThrow(ServedTable::damaged));
            start = end + 1;
        }
        return titles;
    }

    private static OutsideFailure damaged() {
        return new OutsideFailure(
                "sqlite", "a served list in the database is damaged", false, new IllegalStateException());
    }
}
