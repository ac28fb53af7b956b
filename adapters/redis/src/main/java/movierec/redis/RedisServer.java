package movierec.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Redis that may be slow, away or come back: a question that is not answered in time has no answer, and after one nobody
 * asks for a moment, so that a missing Redis costs a request next to nothing. Thread-safe.
 */
public final class RedisServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RedisServer.class);

    /** An answer from a healthy Redis takes less than a millisecond; one that takes this long is not worth waiting for. */
    private static final Duration PATIENCE = Duration.ofMillis(100);

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration REST = Duration.ofSeconds(1);
    private static final int MAX_WAITING = 10_000;

    private final RedisClient client;
    private final AtomicLong restUntil = new AtomicLong(System.nanoTime());
    private final ReentrantLock connecting = new ReentrantLock();
    private volatile Optional<StatefulRedisConnection<String, byte[]>> connection = Optional.empty();
    private volatile boolean away;

    private RedisServer(RedisClient client) {
        this.client = client;
    }

    /**
     * Does not connect yet: a Redis that is away is no reason not to start.
     *
     * @param url such as {@code redis://:password@host:6379/0} or {@code rediss://...}
     * @throws IllegalArgumentException when it is none; the message does not show it
     */
    public static RedisServer open(String url) {
        RedisURI uri = parse(url);
        uri.setTimeout(PATIENCE);
        RedisClient client = RedisClient.create(uri);
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .requestQueueSize(MAX_WAITING)
                .timeoutOptions(TimeoutOptions.enabled(PATIENCE))
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(CONNECT_TIMEOUT)
                        .keepAlive(true)
                        .build())
                .build());
        return new RedisServer(client);
    }

    /** @throws IllegalArgumentException when it is no address of a Redis; the message does not show it */
    public static void check(String url) {
        parse(url);
    }

    private static RedisURI parse(String url) {
        try {
            return RedisURI.create(url);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    "The Redis address is such as redis://:password@host:6379/0, or rediss:// with TLS", wrong);
        }
    }

    /** The answer to a question, or none: Redis has none, or Redis is not there now. */
    <T> Optional<T> ask(Function<StatefulRedisConnection<String, byte[]>, ? extends CompletionStage<T>> question) {
        if (System.nanoTime() - restUntil.get() < 0) {
            return Optional.empty();
        }
        try {
            Optional<StatefulRedisConnection<String, byte[]>> open = connection();
            if (open.isEmpty()) {
                return Optional.empty();
            }
            Optional<T> answer = Optional.ofNullable(
                    question.apply(open.get()).toCompletableFuture().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
            if (away) {
                away = false;
                LOG.info("Redis answers again");
            }
            return answer;
        } catch (ExecutionException | TimeoutException | RedisException failure) {
            rest(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    /** One connects, the others do without meanwhile. */
    private Optional<StatefulRedisConnection<String, byte[]>> connection() {
        if (connection.isPresent() || !connecting.tryLock()) {
            return connection;
        }
        try {
            if (connection.isEmpty()) {
                connection = Optional.of(client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE)));
            }
            return connection;
        } finally {
            connecting.unlock();
        }
    }

    private void rest(Exception failure) {
        restUntil.set(System.nanoTime() + REST.toNanos());
        if (!away) {
            away = true;
            LOG.warn("Redis does not answer; this node does without it until it does: {}", failure.toString());
        }
    }

    /** Whether the last question was answered. */
    public boolean isThere() {
        return !away;
    }

    @Override
    public void close() {
        client.shutdown(0, 1, TimeUnit.SECONDS);
    }
}
