package movierec.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ShortMemoryTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private final ShortMemory<String> memory = new ShortMemory<>(3);

    @Test
    void doesNotBelieveAnAnswerLookedUpBeforeEverythingWasForgotten() {
        long asOf = memory.generation();
        memory.forgetAll();

        memory.remember("key", "stale", asOf, NOW.plusSeconds(9));

        assertThat(memory.recall("key", NOW)).isEmpty();
    }

    @Test
    void forgetsWhatHasExpired() {
        memory.remember("key", "value", memory.generation(), NOW);

        assertThat(memory.recall("key", NOW.minusMillis(1))).contains("value");
        assertThat(memory.recall("key", NOW)).isEmpty();
    }

    @Test
    void holdsNoMoreThanItsBound() {
        for (int i = 0; i < 10; i++) {
            memory.remember("key" + i, "value", memory.generation(), NOW.plusSeconds(9));
        }

        long held = IntStream.range(0, 10)
                .filter(i -> memory.recall("key" + i, NOW).isPresent())
                .count();
        assertThat(held).isBetween(1L, 3L);
        assertThat(memory.recall("key9", NOW)).contains("value");
    }
}
