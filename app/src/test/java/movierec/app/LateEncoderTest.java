package movierec.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import movierec.failure.OutsideFailure;
import movierec.testkit.vector.WordEncoder;
import movierec.vector.TextEncoder;
import org.junit.jupiter.api.Test;

final class LateEncoderTest {
    private final AtomicInteger loads = new AtomicInteger();

    private TextEncoder load() {
        loads.incrementAndGet();
        return new WordEncoder("words", 4);
    }

    @Test
    void whatCannotBeLoadedIsNotTriedAgain() {
        LateEncoder encoder = new LateEncoder(() -> {
            loads.incrementAndGet();
            throw new OutsideFailure("text-vectors", "no library", false, new IllegalStateException());
        });

        assertThatThrownBy(encoder::await).isInstanceOf(OutsideFailure.class).hasMessageContaining("no library");
        assertThatThrownBy(encoder::await).isInstanceOf(OutsideFailure.class);
        assertThat(encoder.get()).isEmpty();
        assertThat(encoder.isUnusable()).isTrue();
        assertThat(loads).hasValue(1);
    }

    @Test
    void isNotLoadedBeforeItIsWantedAndThenOnce() {
        LateEncoder encoder = new LateEncoder(this::load);
        assertThat(loads).hasValue(0);

        TextEncoder first = encoder.await();

        assertThat(encoder.await()).isSameAs(first);
        assertThat(encoder.get()).contains(first);
        assertThat(loads).hasValue(1);
    }

    @Test
    void whoDoesNotWaitStartsTheLoadingAndGoesOn() throws InterruptedException {
        CountDownLatch mayLoad = new CountDownLatch(1);
        LateEncoder encoder = new LateEncoder(() -> {
            try {
                mayLoad.await();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
            return load();
        });

        assertThat(encoder.get()).isEmpty();
        assertThat(encoder.get()).isEmpty();
        mayLoad.countDown();

        TextEncoder loaded = encoder.await();
        assertThat(encoder.get()).contains(loaded);
        assertThat(loads).hasValue(1);
    }

    @Test
    void loadsNothingOnceItIsClosed() {
        LateEncoder encoder = new LateEncoder(this::load);

        encoder.close();

        assertThatThrownBy(encoder::await).isInstanceOf(OutsideFailure.class);
        assertThat(loads).hasValue(0);
    }
}
