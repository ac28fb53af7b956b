package movierec.testkit.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import movierec.job.LeaseStore;
import movierec.testkit.identity.Together;
import org.junit.jupiter.api.Test;

/** What every {@link LeaseStore} does. */
public abstract class LeaseStoreContract {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00.123Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final Instant MUCH_LATER = NOW.plusSeconds(120);

    /** An empty store, as two processes see it. */
    protected abstract List<LeaseStore> sharedByTwo();

    private LeaseStore leases() {
        return sharedByTwo().getFirst();
    }

    @Test
    public void anUnknownLeaseIsFree() {
        LeaseStore leases = leases();

        leases.release("fetch", "ann");

        assertThat(leases.holder("fetch", NOW)).isEmpty();
    }

    @Test
    public void isLentToOneAtATime() {
        List<LeaseStore> two = sharedByTwo();

        assertThat(two.getFirst().acquire("fetch", "ann", NOW, LATER)).isTrue();
        assertThat(two.getLast().acquire("fetch", "bob", NOW, MUCH_LATER)).isFalse();

        assertThat(two.getLast().holder("fetch", LATER.minusMillis(1))).contains("ann");
        assertThat(two.getLast().holder("fetch", LATER)).isEmpty();
        assertThat(two.getLast().acquire("train", "bob", NOW, LATER)).isTrue();
    }

    @Test
    public void itsOwnerKeepsItLonger() {
        LeaseStore leases = leases();
        leases.acquire("fetch", "ann", NOW, LATER);

        assertThat(leases.acquire("fetch", "ann", NOW.plusSeconds(30), MUCH_LATER))
                .isTrue();

        assertThat(leases.acquire("fetch", "bob", LATER, MUCH_LATER)).isFalse();
        assertThat(leases.holder("fetch", LATER)).contains("ann");
    }

    @Test
    public void whoeverComesTakesOneThatHasRunOut() {
        LeaseStore leases = leases();
        leases.acquire("fetch", "ann", NOW, LATER);

        assertThat(leases.acquire("fetch", "bob", LATER, MUCH_LATER)).isTrue();

        assertThat(leases.holder("fetch", LATER)).contains("bob");
        assertThat(leases.acquire("fetch", "ann", LATER, MUCH_LATER)).isFalse();
    }

    @Test
    public void onlyItsOwnerGivesItBack() {
        LeaseStore leases = leases();
        leases.acquire("fetch", "ann", NOW, LATER);

        leases.release("fetch", "bob");
        assertThat(leases.holder("fetch", NOW)).contains("ann");

        leases.release("fetch", "ann");
        assertThat(leases.holder("fetch", NOW)).isEmpty();
        assertThat(leases.acquire("fetch", "bob", NOW, LATER)).isTrue();
    }

    @Test
    public void ofManyWhoRaceExactlyOneWins() {
        List<LeaseStore> two = sharedByTwo();

        for (int round = 0; round < 20; round++) {
            String lease = "lease " + round;
            List<Boolean> won =
                    Together.call(4, index -> two.get(index % 2).acquire(lease, "owner " + index, NOW, LATER));

            assertThat(won).containsOnlyOnce(true);
            assertThat(two.getLast().holder(lease, NOW)).contains("owner " + won.indexOf(true));
        }
    }

    @Test
    public void ofManyWhoRaceForOneThatHasRunOutExactlyOneWins() {
        List<LeaseStore> two = sharedByTwo();
        two.getFirst().acquire("fetch", "nobody any more", NOW, LATER);

        List<Boolean> won =
                Together.call(4, index -> two.get(index % 2).acquire("fetch", "owner " + index, LATER, MUCH_LATER));

        assertThat(won).containsOnlyOnce(true);
    }
}
