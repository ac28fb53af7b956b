package movierec.postgres;

import java.time.Instant;
import java.util.List;
import movierec.taste.ServedLog;

/** Served lists in the table {@code served_recommendations}. */
public final class PostgresServedLog implements ServedLog {
    private final PostgresDatabase database;

    public PostgresServedLog(PostgresDatabase database) {
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
        return database.writeMuch(handle -> ServedTable.deleteBefore(handle, moment));
    }
}
