package movierec.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScratchPoolTest {
    private final AtomicInteger made = new AtomicInteger();
    private final ScratchPool<int[]> pool = new ScratchPool<>(() -> new int[] {made.incrementAndGet()});

    @Test
    void whatIsGivenBackIsUsedAgain() {
        int[] first = pool.take();
        pool.give(first);

        assertThat(pool.take()).isSameAs(first);
    }

    @Test
    void aFittingOneIsPreferred() {
        int[] one = pool.take();
        int[] two = pool.take();
        pool.give(one);
        pool.give(two);

        assertThat(pool.take(candidate -> candidate[0] == 2)).isSameAs(two);
        assertThat(pool.take(candidate -> candidate[0] == 2)).isSameAs(one);
    }

    @Test
    void nothingIsEverInTwoHands() {
        AtomicInteger clashes = new AtomicInteger();
        ScratchPool<AtomicInteger> shared = new ScratchPool<>(AtomicInteger::new);

        IntStream.range(0, 20_000).parallel().forEach(task -> {
            AtomicInteger hands = shared.take();
            if (hands.incrementAndGet() != 1) {
                clashes.incrementAndGet();
            }
            hands.decrementAndGet();
            shared.give(hands);
        });

        assertThat(clashes).hasValue(0);
    }

    @Test
    void moreThanItHoldsAtOnceIsNoFailure() {
        int[][] taken = new int[100][];
        for (int k = 0; k < taken.length; k++) {
            taken[k] = pool.take();
        }
        for (int[] scratch : taken) {
            pool.give(scratch);
        }

        assertThat(made).hasValue(100);
        assertThat(pool.take()).isIn((Object[]) taken);
    }
}
