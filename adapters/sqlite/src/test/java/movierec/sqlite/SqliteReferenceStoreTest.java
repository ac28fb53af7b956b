package movierec.sqlite;

import java.time.InstantSource;
import movierec.testkit.title.ReferenceStoreContract;
import movierec.title.ReferenceStore;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteReferenceStoreTest extends ReferenceStoreContract {
    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    @Override
    protected ReferenceStore references(InstantSource clock) {
        return new SqliteReferenceStore(fresh.database(), clock);
    }
}
