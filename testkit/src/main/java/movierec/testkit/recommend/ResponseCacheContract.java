package movierec.testkit.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import movierec.recommend.ResponseCache;
import org.junit.jupiter.api.Test;

/** What every response cache does. */
public interface ResponseCacheContract {
    /** An empty cache whose time stands still but for {@link #pass}. */
    ResponseCache cache();

    /** Lets time pass for the cache of this test. */
    void pass(Duration time);

    @Test
    default void hasNothingForAnUnknownKey() {
        assertThat(cache().get("user-1|7")).isEmpty();
    }

    @Test
    default void givesBackWhatWasPutLast() {
        ResponseCache cache = cache();
        cache.put("key", bytes("old"), Duration.ofHours(1));
        cache.put("key", bytes("new"), Duration.ofHours(1));

        assertThat(cache.get("key")).hasValue(bytes("new"));
    }

    @Test
    default void keepsKeysApart() {
        ResponseCache cache = cache();
        cache.put("user-1|7", bytes("seven"), Duration.ofHours(1));

        assertThat(cache.get("user-1|8")).isEmpty();
        assertThat(cache.get("user-2|7")).isEmpty();
    }

    @Test
    default void forgetsAfterTheTimeToLive() {
        ResponseCache cache = cache();
        cache.put("short", bytes("a"), Duration.ofMinutes(1));
        cache.put("long", bytes("b"), Duration.ofHours(1));

        pass(Duration.ofMinutes(2));

        assertThat(cache.get("short")).isEmpty();
        assertThat(cache.get("long")).hasValue(bytes("b"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
