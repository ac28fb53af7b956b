package movierec.testkit.identity;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import movierec.identity.ApiKey;
import movierec.identity.ApiKeyStore;

/** API keys in a map. */
public final class InMemoryApiKeyStore implements ApiKeyStore {
    private final Map<String, ApiKey> keysByHash = new LinkedHashMap<>();

    @Override
    public synchronized void create(ApiKey key, String hash) {
        keysByHash.put(hash, key);
    }

    @Override
    public synchronized Optional<ApiKey> find(String hash) {
        return Optional.ofNullable(keysByHash.get(hash));
    }

    @Override
    public synchronized List<ApiKey> list() {
        return List.copyOf(keysByHash.values());
    }

    @Override
    public synchronized boolean revoke(String keyId, Instant at) {
        boolean revocable =
                keysByHash.values().stream().anyMatch(key -> key.keyId().equals(keyId) && !key.isRevoked());
        keysByHash.replaceAll((hash, key) -> key.keyId().equals(keyId) && !key.isRevoked()
                ? new ApiKey(keyId, key.name(), key.scopes(), key.createdAt(), key.lastUsedAt(), at)
                : key);
        return revocable;
    }

    @Override
    public synchronized void used(String keyId, Instant at) {
        keysByHash.replaceAll((hash, key) -> key.keyId().equals(keyId)
                ? new ApiKey(keyId, key.name(), key.scopes(), key.createdAt(), at, key.revokedAt())
                : key);
    }
}
