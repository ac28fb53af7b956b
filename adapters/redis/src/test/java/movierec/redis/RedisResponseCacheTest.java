package movierec.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import movierec.recommend.ResponseCache;
import movierec.testkit.recommend.ResponseCacheContract;
import org.junit.jupiter.api.AfterAll;

class RedisResponseCacheTest implements ResponseCacheContract {
    private static final String URL = RealRedis.url();
    private static final RedisServer REDIS = RedisServer.open(URL);
    private static final RedisClient OTHER = RedisClient.create(URL);

    /** Keys of this test only, since the Redis is there for all. */
    private final String ownKeys = UUID.randomUUID() + ":";

    private final ResponseCache cache = new OwnKeys(new RedisResponseCache(REDIS), ownKeys);

    private record OwnKeys(ResponseCache cache, String prefix) implements ResponseCache {
        @Override
        public Optional<byte[]> get(String key) {
            return cache.get(prefix + key);
        }

        @Override
        public void put(String key, byte[] answer, Duration timeToLive) {
            cache.put(prefix + key, answer, timeToLive);
        }
    }

    @AfterAll
    static void close() {
        REDIS.close();
        OTHER.shutdown();
    }

    @Override
    public ResponseCache cache() {
        return cache;
    }

    /** Redis' time cannot be set: each key of this test loses as much of its life instead. */
    @Override
    public void pass(Duration time) {
        RedisCommands<String, String> commands = OTHER.connect().sync();
        for (String key : commands.keys("*" + ownKeys + "*")) {
            long left = commands.pttl(key) - time.toMillis();
            if (left > 0) {
                commands.pexpire(key, left);
            } else {
                commands.del(key);
            }
        }
    }
}
