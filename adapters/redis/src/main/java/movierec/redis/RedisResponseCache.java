package movierec.redis;

import io.lettuce.core.SetArgs;
import java.time.Duration;
import java.util.Optional;
import movierec.recommend.ResponseCache;

/** Finished answers that all nodes share. */
public final class RedisResponseCache implements ResponseCache {
    /** Tells these keys from others, and from those of a release that writes answers in another form. */
    private static final String PREFIX = "movierec:answer:1:";

    private final RedisServer redis;

    public RedisResponseCache(RedisServer redis) {
        this.redis = redis;
    }

    @Override
    public Optional<byte[]> get(String key) {
        return redis.ask(connection -> connection.async().get(PREFIX + key));
    }

    @Override
    public void put(String key, byte[] answer, Duration timeToLive) {
        redis.ask(connection ->
                connection.async().set(PREFIX + key, answer, SetArgs.Builder.px(Math.max(1, timeToLive.toMillis()))));
    }
}
