package movierec.postgres;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import movierec.title.MediaType;
import movierec.title.TitleId;
import movierec.vector.TitleVector;
import movierec.vector.VectorStore;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Vectors in the table {@code embeddings}, at half precision. */
public final class PostgresVectorStore implements VectorStore {
    /** Few enough to hold no reader up, 768 kB with 384 dimensions. */
    private static final int PAGE = 1_000;

    private final PostgresDatabase database;

    public PostgresVectorStore(PostgresDatabase database) {
        this.database = database;
    }

    @Override
    public void forEach(String encoder, Consumer<TitleVector> each) {
        for (MediaType type : MediaType.values()) {
            List<TitleVector> page = pageAfter(0, type, encoder);
            while (!page.isEmpty()) {
                page.forEach(each);
                page = pageAfter(page.getLast().titleId().number(), type, encoder);
            }
        }
    }

    private List<TitleVector> pageAfter(int number, MediaType type, String encoder) {
        return database.read(handle -> handle.createQuery("""
                        SELECT tmdb_id, content_hash, vector FROM embeddings
                        WHERE encoder = ? AND media_type = ? AND tmdb_id > ? ORDER BY tmdb_id LIMIT ?
                        """)
                .bind(0, encoder)
                .bind(1, type.word())
                .bind(2, number)
                .bind(3, PAGE)
                .map((row, context) -> new TitleVector(
                        new TitleId(type, row.getInt("tmdb_id")),
                        encoder,
                        row.getString("content_hash"),
                        numbers(row.getBytes("vector"))))
                .list());
    }

    @Override
    public void save(Collection<TitleVector> vectors) {
        if (vectors.isEmpty()) {
            return;
        }
        database.write(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    INSERT INTO embeddings (encoder, media_type, tmdb_id, content_hash, vector) VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT (encoder, media_type, tmdb_id)
                    DO UPDATE SET content_hash = excluded.content_hash, vector = excluded.vector
                    """);
            for (TitleVector vector : vectors) {
                batch.add(
                        vector.encoder(),
                        vector.titleId().type().word(),
                        vector.titleId().number(),
                        vector.contentHash(),
                        bytes(vector.values()));
            }
            return batch.execute().length;
        });
    }

    @Override
    public int delete(Collection<TitleId> titleIds) {
        return database.write(handle -> {
            int deleted = 0;
            for (MediaType type : MediaType.values()) {
                deleted += handle.execute("""
                        DELETE FROM embeddings
                        WHERE media_type = ? AND tmdb_id = ANY (?)
                        """, type.word(), Columns.integers(TitleIds.numbers(titleIds, type)));
            }
            return deleted;
        });
    }

    @Override
    public int deleteOthersThan(String encoder) {
        return database.write(handle -> handle.execute("DELETE FROM embeddings WHERE encoder <> ?", encoder));
    }

    private static byte[] bytes(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putShort(Float.floatToFloat16(value));
        }
        return bytes.array();
    }

    private static float[] numbers(byte[] stored) {
        ByteBuffer bytes = ByteBuffer.wrap(stored).order(ByteOrder.LITTLE_ENDIAN);
        float[] values = new float[stored.length / Short.BYTES];
        for (int i = 0; i < values.length; i++) {
            values[i] = Float.float16ToFloat(bytes.getShort());
        }
        return values;
    }
}
