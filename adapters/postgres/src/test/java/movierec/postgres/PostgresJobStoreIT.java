package movierec.postgres;

import movierec.job.JobStore;
import movierec.testkit.job.JobStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PostgresJobStoreIT extends JobStoreContract {
    @RegisterExtension
    final FreshPostgres fresh = new FreshPostgres();

    @Override
    protected JobStore jobs() {
        return new PostgresJobStore(fresh.database());
    }
}
