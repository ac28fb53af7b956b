package movierec.sqlite;

import movierec.job.JobStore;
import movierec.testkit.job.JobStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteJobStoreTest extends JobStoreContract {
    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    @Override
    protected JobStore jobs() {
        return new SqliteJobStore(fresh.database());
    }
}
