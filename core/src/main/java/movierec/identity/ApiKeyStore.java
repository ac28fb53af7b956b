package movierec.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps API keys by the hashes of their secrets. Thread-safe. */
public interface ApiKeyStore {
    /** Stores a new key; {@code hash} is {@link Secrets#hash} of the whole key as shown to its owner. */
    void create(ApiKey key, String hash);

    /** The key with this hash, revoked or not. */
    Optional<ApiKey> find(String hash);

    /** All keys, oldest first. */
    List<ApiKey> list();

    /** Revokes a key; false when there is none that is not revoked already. */
    boolean revoke(String keyId, Instant at);

    /** Notes that a key was used. */
    void used(String keyId, Instant at);
}
