package movierec.identity;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import movierec.failure.Refusal;
import org.junit.jupiter.api.Test;

final class TryLimiterTest {
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final TryLimiter limiter = new TryLimiter(3, Duration.ofSeconds(10), Duration.ofMinutes(10), () -> now);

    @Test
    void locksNoLongerThanTheLongestLock() {
        count("key", 100);

        now = now.plus(Duration.ofMinutes(10)).minusMillis(1);
        assertLocked("key");
        now = now.plusMillis(1);
        assertFree("key");
    }

    @Test
    void rememberedFailuresLockAgainAtOnce() {
        count("key", 3);
        now = now.plusSeconds(10);
        assertFree("key");

        count("key", 1);

        now = now.plusSeconds(19);
        assertLocked("key");
    }

    @Test
    void saysHowLongToWait() {
        count("key", 3);

        assertThatThrownBy(() -> limiter.refuseWhenLocked("key")).hasMessageContaining("10 seconds");
    }

    @Test
    void freeTriesDoNotLock() {
        count("key", 2);

        assertFree("key");
    }

    @Test
    void keysDoNotMix() {
        count("key", 3);

        assertLocked("key");
        assertFree("other");
    }

    @Test
    void forgetsAKeyLeftAloneForTheLongestLock() {
        count("key", 3);
        now = now.plusSeconds(10).plus(Duration.ofMinutes(10)).plusMillis(1);

        count("key", 2);

        assertFree("key");
    }

    @Test
    void aResetForgetsTheKey() {
        count("key", 3);

        limiter.reset("key");

        assertFree("key");
    }

    @Test
    void remembersTheLatestKeysOnly() {
        count("eldest", 3);
        for (int i = 0; i < 50_000; i++) {
            limiter.count("key" + i);
        }

        assertFree("eldest");
    }

    private void count(String key, int times) {
        for (int i = 0; i < times; i++) {
            limiter.count(key);
        }
    }

    private void assertLocked(String key) {
        assertThatThrownBy(() -> limiter.refuseWhenLocked(key)).isInstanceOf(Refusal.TooMany.class);
    }

    private void assertFree(String key) {
        assertThatCode(() -> limiter.refuseWhenLocked(key)).doesNotThrowAnyException();
    }
}
