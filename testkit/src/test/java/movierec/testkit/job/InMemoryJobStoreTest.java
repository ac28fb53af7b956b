package movierec.testkit.job;

import movierec.job.JobStore;

final class InMemoryJobStoreTest extends JobStoreContract {
    @Override
    protected JobStore jobs() {
        return new InMemoryJobStore();
    }
}
