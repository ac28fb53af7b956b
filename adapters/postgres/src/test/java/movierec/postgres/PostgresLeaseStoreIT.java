package movierec.postgres;

import java.util.List;
import movierec.job.LeaseStore;
import movierec.testkit.job.LeaseStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PostgresLeaseStoreIT extends LeaseStoreContract {
    @RegisterExtension
    final FreshPostgres fresh = new FreshPostgres();

    @Override
    protected List<LeaseStore> sharedByTwo() {
        PostgresDatabase one = fresh.database();
        return List.of(new PostgresLeaseStore(one), new PostgresLeaseStore(fresh.again(one)));
    }
}
