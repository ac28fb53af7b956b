package movierec.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import movierec.testkit.identity.SettableClock;
import movierec.testkit.job.InMemoryLeaseStore;
import org.junit.jupiter.api.Test;

class HeldLeaseTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-04T08:00:00Z"));
    private final LeaseStore leases = new InMemoryLeaseStore();

    @Test
    void onlyOneHoldsIt() {
        try (HeldLease first = take("ann", LONG).orElseThrow()) {
            assertThat(first.isHeld()).isTrue();
            assertThat(take("bob", LONG)).isEmpty();
        }
        assertThat(take("bob", LONG)).isPresent();
    }

    @Test
    void aDeadOwnersLeaseNeedNotRunOut() {
        leases.acquire("fetch", "dead", clock.instant(), clock.instant().plus(LONG));

        assertThat(take("bob", LONG)).isPresent();
    }

    @Test
    void isRenewedBeforeItRunsOut() throws InterruptedException {
        try (HeldLease held = take("ann", Duration.ofMillis(200)).orElseThrow()) {
            clock.advance(Duration.ofMillis(150));
            awaitHolderAt(clock.instant().plusMillis(100));

            assertThat(held.isHeld()).isTrue();
        }
    }

    @Test
    void whoSleptTooLongNoLongerHoldsIt() {
        try (HeldLease held = take("ann", LONG).orElseThrow()) {
            clock.advance(LONG);

            assertThat(held.isHeld()).isFalse();
            assertThat(take("bob", LONG)).isPresent();
        }
        assertThat(leases.holder("fetch", clock.instant())).contains("bob");
    }

    private Optional<HeldLease> take(String owner, Duration duration) {
        return HeldLease.take(leases, "fetch", owner, clock, duration, "dead"::equals);
    }

    private void awaitHolderAt(Instant moment) throws InterruptedException {
        for (int tries = 0; leases.holder("fetch", moment).isEmpty(); tries++) {
            assertThat(tries).as("times waited for a renewal").isLessThan(1_000);
            Thread.sleep(10);
        }
    }
}
