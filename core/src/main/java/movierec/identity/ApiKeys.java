package movierec.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import movierec.failure.Refusal;

/** Makes, checks and revokes the keys of app clients. A key revoked in another process stops within seconds. Thread-safe. */
public final class ApiKeys {
    public static final String PREFIX = "mrk_";
    private static final int MAX_NAME_LENGTH = 100;
    private static final Duration REMEMBERED = Duration.ofSeconds(2);
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);
    private static final int MAX_REMEMBERED = 1_000;

    private final ApiKeyStore store;
    private final Secrets secrets;
    private final InstantSource clock;
    private final Executor background;
    private final ShortMemory<ApiKey> keys = new ShortMemory<>(MAX_REMEMBERED);
    private final Map<String, Instant> notedAt = new ConcurrentHashMap<>();

    /** @param background notes when keys were used; it must report what its tasks throw */
    public ApiKeys(ApiKeyStore store, Secrets secrets, InstantSource clock, Executor background) {
        this.store = store;
        this.secrets = secrets;
        this.clock = clock;
        this.background = background;
    }

    /** Makes a key. This is the only time its secret is seen. */
    public NewApiKey create(String name, Set<Scope> scopes) {
        Faults faults = new Faults();
        if (name.isBlank() || name.strip().length() > MAX_NAME_LENGTH) {
            faults.add("name", "must have 1 to " + MAX_NAME_LENGTH + " characters");
        }
        if (scopes.isEmpty()) {
            faults.add("scopes", "must name at least one of catalogue, events, recommend, admin");
        }
        faults.refuse();
        String secret = PREFIX + secrets.token();
        ApiKey key =
                new ApiKey(secrets.apiKeyId(), name.strip(), scopes, clock.instant(), Instant.EPOCH, Instant.EPOCH);
        store.create(key, Secrets.hash(secret));
        return new NewApiKey(key, secret);
    }

    /** The key that this secret belongs to; refuses unknown and revoked ones alike. */
    public ApiKey verify(String secret) {
        Instant now = clock.instant();
        String hash = Secrets.hash(secret);
        ApiKey key = keys.recall(hash, now).orElseGet(() -> lookUp(hash, now));
        noteUse(key, now);
        return key;
    }

    /** All keys, revoked ones too, oldest first. */
    public List<ApiKey> list() {
        return store.list();
    }

    public void revoke(String keyId) {
        if (!store.revoke(keyId, clock.instant())) {
            throw new Refusal.NotFound("There is no such API key, or it was revoked before");
        }
        keys.forgetAll();
    }

    private ApiKey lookUp(String hash, Instant now) {
        long asOf = keys.generation();
        ApiKey key = store.find(hash)
                .filter(found -> !found.isRevoked())
                .orElseThrow(() -> new Refusal.Unauthenticated("The API key is not valid"));
        keys.remember(hash, key, asOf, now.plus(REMEMBERED));
        return key;
    }

    private void noteUse(ApiKey key, Instant now) {
        Instant noted = notedAt.computeIfAbsent(key.keyId(), keyId -> key.lastUsedAt());
        boolean due = !now.isBefore(noted.plus(USE_NOTED_EVERY));
        if (due && notedAt.replace(key.keyId(), noted, now)) {
            background.execute(() -> store.used(key.keyId(), now));
        }
    }

    /** A key and its secret, to be shown once. */
    public record NewApiKey(ApiKey key, String secret) {
        /** The secret never reaches a log. */
        @Override
        public String toString() {
            return key.toString();
        }
    }
}
