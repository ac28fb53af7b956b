package movierec.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import movierec.identity.ApiKey;
import movierec.identity.ApiKeyStore;
import movierec.identity.Scope;

/** API keys in the table {@code api_keys}. */
public final class PostgresApiKeyStore implements ApiKeyStore {
    private static final String COLUMNS =
            "SELECT key_id, name, scopes, created_at, last_used_at, revoked_at FROM api_keys ";

    private final PostgresDatabase database;

    public PostgresApiKeyStore(PostgresDatabase database) {
        this.database = database;
    }

    @Override
    public void create(ApiKey key, String hash) {
        database.write(handle -> handle.execute(
                """
                INSERT INTO api_keys (key_id, hash, name, scopes, created_at, last_used_at, revoked_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                key.keyId(),
                hash,
                key.name(),
                words(key.scopes()),
                key.createdAt().toEpochMilli(),
                key.lastUsedAt().toEpochMilli(),
                key.revokedAt().toEpochMilli()));
    }

    @Override
    public Optional<ApiKey> find(String hash) {
        return database.read(handle -> handle.createQuery(COLUMNS + "WHERE hash = ?")
                .bind(0, hash)
                .map((row, context) -> key(row))
                .findOne());
    }

    @Override
    public List<ApiKey> list() {
        return database.read(handle -> handle.createQuery(COLUMNS + "ORDER BY id")
                .map((row, context) -> key(row))
                .list());
    }

    @Override
    public boolean revoke(String keyId, Instant at) {
        return database.write(handle -> handle.execute(
                        "UPDATE api_keys SET revoked_at = ? WHERE key_id = ? AND revoked_at = 0",
                        at.toEpochMilli(),
                        keyId)
                == 1);
    }

    @Override
    public void used(String keyId, Instant at) {
        database.write(handle ->
                handle.execute("UPDATE api_keys SET last_used_at = ? WHERE key_id = ?", at.toEpochMilli(), keyId));
    }

    private static String words(Set<Scope> scopes) {
        return new TreeSet<>(scopes).stream().map(Scope::word).collect(Collectors.joining(" "));
    }

    private static ApiKey key(ResultSet row) throws SQLException {
        Set<Scope> scopes = Set.of(row.getString(3).split(" ")).stream()
                .map(word -> Scope.of(word).orElseThrow())
                .collect(Collectors.toSet());
        return new ApiKey(
                row.getString(1),
                Texts.read(row, 2),
                scopes,
                Instant.ofEpochMilli(row.getLong(4)),
                Instant.ofEpochMilli(row.getLong(5)),
                Instant.ofEpochMilli(row.getLong(6)));
    }
}
