package movierec.sqlite;

import java.time.Instant;
import java.util.List;
import movierec.taste.ServedLog;

/** Served lists in the table {@code served_recommendations}. */
public final class SqliteServedLog implements ServedLog {
    private final SqliteDatabase database;

    public SqliteServedLog(SqliteDatabase database) {
        this.database = database;
    }

    @Override
    public void append(List<Entry> entries) {
        if (!entries.isEmpty()) {
            database.write(handle -> ServedTable.insert(handle, entries));
        }
    }

    @Override
    public int deleteBefore(Instant moment) {
        return database.write(handle -> ServedTable.deleteBefore(handle, moment));
    }
}
