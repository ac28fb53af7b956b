package movierec.testkit.job;

import java.util.List;
import movierec.job.LeaseStore;

final class InMemoryLeaseStoreTest extends LeaseStoreContract {
    @Override
    protected List<LeaseStore> sharedByTwo() {
        LeaseStore leases = new InMemoryLeaseStore();
        return List.of(leases, leases);
    }
}
