package movierec.sqlite;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import movierec.failure.OutsideFailure;
import movierec.identity.UserId;
import movierec.taste.BatchList;
import movierec.title.MediaType;
import movierec.title.TitleId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The table {@code batch_recommendations}, whose migration describes the bytes of its entries. */
final class BatchTable {
    private static final int BYTES_PER_ENTRY = Integer.BYTES + Float.BYTES;

    private BatchTable() {}

    /** Stores the lists of users that have a version; others were erased. */
    static int replace(Handle handle, Map<UserId, BatchList> lists) {
        PreparedBatch batch = handle.prepareBatch("""
                INSERT OR REPLACE INTO batch_recommendations (user_id, model_version, taste_version, entries)
                SELECT user_id, ?, ?, ? FROM user_versions WHERE user_id = ?
                """);
        lists.forEach((user, list) ->
                batch.add(list.modelVersion(), list.tasteVersion(), bytes(list.entries()), user.value()));
        return batch.execute().length;
    }

    static Optional<BatchList> find(Handle handle, UserId user) throws SQLException {
        String sql = "SELECT model_version, taste_version, entries FROM batch_recommendations WHERE user_id = ?";
        return PreparedStatements.query(
                handle, sql, row -> row.next() ? Optional.of(list(row)) : Optional.empty(), user.value());
    }

    static int keepOnly(Handle handle, Set<String> modelVersions) {
        if (modelVersions.isEmpty()) {
            return handle.execute("DELETE FROM batch_recommendations");
        }
        return handle.createUpdate("DELETE FROM batch_recommendations WHERE model_version NOT IN (<versions>)")
                .bindList("versions", List.copyOf(modelVersions))
                .execute();
    }

    private static byte[] bytes(List<BatchList.Entry> entries) {
        ByteBuffer bytes = ByteBuffer.allocate(entries.size() * BYTES_PER_ENTRY);
        for (BatchList.Entry entry : entries) {
            int number = entry.titleId().number();
            bytes.putInt(entry.titleId().type() == MediaType.TV ? -number : number);
            bytes.putFloat(entry.score());
        }
        return bytes.array();
    }

    private static BatchList list(ResultSet row) throws SQLException {
        byte[] stored = row.getBytes(3);
        if (stored == null || stored.length % BYTES_PER_ENTRY != 0) {
            throw damaged();
        }
        ByteBuffer bytes = ByteBuffer.wrap(stored);
        List<BatchList.Entry> entries = new ArrayList<>(stored.length / BYTES_PER_ENTRY);
        while (bytes.hasRemaining()) {
            int number = bytes.getInt();
            if (number == 0 || number == Integer.MIN_VALUE) {
                throw damaged();
            }
            TitleId titleId = number < 0 ? TitleId.tv(-number) : TitleId.movie(number);
            entries.add(new BatchList.Entry(titleId, bytes.getFloat()));
        }
        return new BatchList(row.getString(1), row.getLong(2), entries);
    }

    private static OutsideFailure damaged() {
        return new OutsideFailure(
                "sqlite", "a precomputed list in the database is damaged", false, new IllegalStateException());
    }
}
