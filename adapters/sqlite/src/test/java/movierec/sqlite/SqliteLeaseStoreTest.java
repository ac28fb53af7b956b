package movierec.sqlite;

import java.util.List;
import movierec.job.LeaseStore;
import movierec.testkit.job.LeaseStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteLeaseStoreTest extends LeaseStoreContract {
    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    @Override
    protected List<LeaseStore> sharedByTwo() {
        SqliteDatabase one = fresh.database();
        return List.of(new SqliteLeaseStore(one), new SqliteLeaseStore(fresh.again(one)));
    }
}
