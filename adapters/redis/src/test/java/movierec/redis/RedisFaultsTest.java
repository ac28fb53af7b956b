package movierec.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.lettuce.core.RedisClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import movierec.recommend.ResponseCache;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Redis that is slow, away, or comes back: no request fails, and none waits for it long. */
class RedisFaultsTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    Path folder;

    private final int port = freePort();
    private final String url = "redis://127.0.0.1:" + port;
    private final RedisServer redis = RedisServer.open(url);
    private final ResponseCache cache = new RedisResponseCache(redis);
    private Process process = new ProcessBuilder().inheritIO().command("true").start();

    RedisFaultsTest() throws IOException {}

    @BeforeEach
    void start() throws IOException, InterruptedException {
        RealRedis.url(); // installs Redis where it is missing
        assumeThat(Path.of("/usr/bin/redis-server"))
                .as("no redis-server to start and stop here")
                .exists();
        startServer();
    }

    @AfterEach
    void stop() throws InterruptedException {
        redis.close();
        process.destroyForcibly().waitFor();
    }

    @Test
    void isThereAtFirstUse() {
        put("key", "answer");

        assertThat(cache.get("key")).hasValue(bytes("answer"));
        assertThat(redis.isThere()).isTrue();
    }

    @Test
    void forgetsQuietlyWhileRedisIsAwayAndGoesOnWhenItIsBack() throws Exception {
        put("key", "answer");
        process.destroyForcibly().waitFor();

        awaitAnswer("");
        assertThat(redis.isThere()).isFalse();
        put("key", "lost");
        startServer();

        putUntilItIsThere("key", "new");
        assertThat(redis.isThere()).isTrue();
    }

    @Test
    void aSlowRedisCostsTheFirstRequestAndNoOther() throws InterruptedException {
        put("key", "answer");
        RedisClient admin = RedisClient.create(url);
        admin.connect().sync().clientPause(3_000);
        admin.shutdown();

        Instant start = Instant.now();
        for (int request = 0; request < 100; request++) {
            assertThat(cache.get("key")).isEmpty();
        }

        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(2));
        putUntilItIsThere("key", "new");
    }

    @Test
    void aRedisThatWasNeverThereIsNoReasonNotToStart() {
        try (RedisServer nowhere = RedisServer.open("redis://127.0.0.1:" + freePort())) {
            ResponseCache empty = new RedisResponseCache(nowhere);
            empty.put("key", bytes("answer"), HOUR);

            assertThat(empty.get("key")).isEmpty();
            assertThat(nowhere.isThere()).isFalse();
        }
    }

    @Test
    void anAddressThatIsNoneIsRefusedAndNotRepeated() {
        assertThatThrownBy(() -> RedisServer.open("http://:secret@example.org"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("redis://")
                .hasMessageNotContaining("secret");
    }

    private void startServer() throws IOException, InterruptedException {
        process = new ProcessBuilder(
                        "redis-server",
                        "--bind",
                        "127.0.0.1",
                        "--port",
                        Integer.toString(port),
                        "--save",
                        "",
                        "--dir",
                        folder.toString())
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        for (int tries = 0; tries < 500; tries++) {
            try (Socket socket = new Socket("127.0.0.1", port)) {
                return;
            } catch (IOException notYet) {
                Thread.sleep(10);
            }
        }
    }

    private void put(String key, String answer) {
        cache.put(key, bytes(answer), HOUR);
    }

    private void awaitAnswer(String wanted) throws InterruptedException {
        for (int tries = 0; tries < 500; tries++) {
            if (cache.get("key")
                    .map(answer -> new String(answer, StandardCharsets.UTF_8))
                    .orElse("")
                    .equals(wanted)) {
                return;
            }
            Thread.sleep(10);
        }
        throw new AssertionError("never answered \"" + wanted + "\"");
    }

    private void putUntilItIsThere(String key, String answer) throws InterruptedException {
        for (int tries = 0; tries < 1_000 && !isThere(key, answer); tries++) {
            put(key, answer);
            Thread.sleep(10);
        }
        assertThat(isThere(key, answer)).isTrue();
    }

    private boolean isThere(String key, String answer) {
        return cache.get(key)
                .filter(found -> Arrays.equals(found, bytes(answer)))
                .isPresent();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
