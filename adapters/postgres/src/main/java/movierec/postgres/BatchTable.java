package movierec.postgres;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import movierec.identity.UserId;
import movierec.taste.BatchList;
import movierec.title.MediaType;
import movierec.title.TitleId;
import org.jdbi.v3.core.Handle;

/** The table {@code batch_recommendations}, whose migration describes the bytes of its entries. */
final class BatchTable {
    private static final int BYTES_PER_ENTRY = Integer.BYTES + Float.BYTES;

    private BatchTable() {}

    /**
     * Stores the lists of users that have a version; others were erased. Their versions are locked against deletion, so
     * that whoever is erased meanwhile is erased after this, with the list. In the order of users, so that two nodes that
     * do this at once do not wait for each other.
     */
    static int replace(Handle handle, Map<UserId, BatchList> lists) {
        List<Map.Entry<UserId, BatchList>> sorted = lists.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().value()))
                .toList();
        return handle.execute(
                """
                WITH known AS (
                    SELECT user_id FROM user_versions WHERE user_id = ANY (?) ORDER BY user_id FOR KEY SHARE)
                INSERT INTO batch_recommendations (user_id, model_version, taste_version, entries)
                SELECT user_id, model_version, taste_version, entries
                FROM unnest(?, ?, ?, ?) AS list (user_id, model_version, taste_version, entries) JOIN known USING (user_id)
                ORDER BY known.user_id
                ON CONFLICT (user_id) DO UPDATE
                SET model_version = excluded.model_version, taste_version = excluded.taste_version,
                    entries = excluded.entries
                """,
                Columns.texts(sorted, entry -> entry.getKey().value()),
                Columns.texts(sorted, entry -> entry.getKey().value()),
                Columns.texts(sorted, entry -> entry.getValue().modelVersion()),
                Columns.longs(sorted, entry -> entry.getValue().tasteVersion()),
                Columns.bytes(sorted, entry -> bytes(entry.getValue().entries())));
    }

    static Optional<BatchList> find(Handle handle, UserId user) {
        return handle.createQuery(
                        "SELECT model_version, taste_version, entries FROM batch_recommendations WHERE user_id = ?")
                .bind(0, user.value())
                .map((row, context) -> list(row))
                .findOne();
    }

    static int keepOnly(Handle handle, Set<String> modelVersions) {
        return handle.execute(
                "DELETE FROM batch_recommendations WHERE model_version <> ALL (?)", Columns.texts(modelVersions));
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
        if (stored.length % BYTES_PER_ENTRY != 0) {
            throw PostgresDatabase.damaged("a precomputed list", stored.length + " bytes");
        }
        ByteBuffer bytes = ByteBuffer.wrap(stored);
        List<BatchList.Entry> entries = new ArrayList<>(stored.length / BYTES_PER_ENTRY);
        while (bytes.hasRemaining()) {
            int number = bytes.getInt();
            if (number == 0 || number == Integer.MIN_VALUE) {
                throw PostgresDatabase.damaged("a precomputed list", "title " + number);
            }
            TitleId titleId = number < 0 ? TitleId.tv(-number) : TitleId.movie(number);
            entries.add(new BatchList.Entry(titleId, bytes.getFloat()));
        }
        return new BatchList(Texts.read(row, 1), row.getLong(2), entries);
    }
}
