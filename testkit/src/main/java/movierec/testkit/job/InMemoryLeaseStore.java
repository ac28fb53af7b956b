package movierec.testkit.job;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import movierec.job.LeaseStore;

/** Leases in a map. */
public final class InMemoryLeaseStore implements LeaseStore {
    private record Lease(String owner, Instant until) {}

    private final Map<String, Lease> leases = new HashMap<>();

    @Override
    public synchronized boolean acquire(String lease, String owner, Instant now, Instant until) {
        Optional<String> holder = holder(lease, now);
        if (holder.isPresent() && !holder.get().equals(owner)) {
            return false;
        }
        leases.put(lease, new Lease(owner, until));
        return true;
    }

    @Override
    public synchronized void release(String lease, String owner) {
        leases.computeIfPresent(lease, (name, held) -> held.owner().equals(owner) ? null : held);
    }

    @Override
    public synchronized Optional<String> holder(String lease, Instant now) {
        return Optional.ofNullable(leases.get(lease))
                .filter(held -> now.isBefore(held.until()))
                .map(Lease::owner);
    }
}
