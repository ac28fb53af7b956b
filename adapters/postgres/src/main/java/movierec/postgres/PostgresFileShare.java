package movierec.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import movierec.share.FileShare;
import org.jdbi.v3.core.Handle;

/** Shared files in the tables {@code shared_files} and {@code shared_file_parts}. */
public final class PostgresFileShare implements FileShare {
    private static final int PART_BYTES = 1 << 20;

    private final PostgresDatabase database;

    public PostgresFileShare(PostgresDatabase database) {
        this.database = database;
    }

    @Override
    public long version() {
        return database.read(handle -> handle.createQuery("SELECT value FROM counters WHERE name = 'share_version'")
                .mapTo(Long.class)
                .one());
    }

    @Override
    public Map<String, String> files() {
        return database.read(handle -> {
            Map<String, String> files = new HashMap<>();
            handle.createQuery("SELECT path, sha256 FROM shared_files")
                    .map((row, context) -> files.put(row.getString(1), row.getString(2)))
                    .list();
            return files;
        });
    }

    @Override
    public void put(String path, String sha256, Path file) {
        database.writeMuch(handle -> {
            long generation = handle.createQuery("SELECT nextval('shared_file_generations')")
                    .mapTo(Long.class)
                    .one();
            writeParts(handle, generation, file);
            deleteParts(handle, path);
            raiseVersion(handle);
            return handle.execute("""
                    INSERT INTO shared_files (path, sha256, generation) VALUES (?, ?, ?)
                    ON CONFLICT (path) DO UPDATE SET sha256 = excluded.sha256, generation = excluded.generation
                    """, path, sha256, generation);
        });
    }

    private static void writeParts(Handle handle, long generation, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] part = in.readNBytes(PART_BYTES);
            for (int number = 0; part.length > 0; number++) {
                handle.execute(
                        "INSERT INTO shared_file_parts (generation, part, bytes) VALUES (?, ?, ?)",
                        generation,
                        number,
                        part);
                part = in.readNBytes(PART_BYTES);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + file, failed);
        }
    }

    @Override
    public boolean fetch(String path, Path target) {
        return database.readMuch(handle -> {
            // Its parts are locked against removal for as long as they are read.
            Optional<Long> generation = handle.createQuery(
                            "SELECT generation FROM shared_files WHERE path = ? FOR SHARE")
                    .bind(0, path)
                    .mapTo(Long.class)
                    .findOne();
            if (generation.isEmpty()) {
                return false;
            }
            readParts(handle, generation.get(), target);
            return true;
        });
    }

    private static void readParts(Handle handle, long generation, Path target) throws SQLException {
        try (OutputStream out = Files.newOutputStream(target)) {
            for (int number = 0; ; number++) {
                Optional<byte[]> part = handle.createQuery(
                                "SELECT bytes FROM shared_file_parts WHERE generation = ? AND part = ?")
                        .bind(0, generation)
                        .bind(1, number)
                        .map((row, context) -> row.getBytes(1))
                        .findOne();
                if (part.isEmpty()) {
                    return;
                }
                out.write(part.get());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write " + target, failed);
        }
    }

    @Override
    public void delete(String path) {
        database.write(handle -> {
            deleteParts(handle, path);
            int deleted = handle.execute("DELETE FROM shared_files WHERE path = ?", path);
            if (deleted > 0) {
                raiseVersion(handle);
            }
            return deleted;
        });
    }

    private static void deleteParts(Handle handle, String path) {
        handle.execute(
                "DELETE FROM shared_file_parts WHERE generation = (SELECT generation FROM shared_files WHERE path = ?)",
                path);
    }

    private static void raiseVersion(Handle handle) {
        handle.execute("UPDATE counters SET value = value + 1 WHERE name = 'share_version'");
    }
}
