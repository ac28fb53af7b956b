package movierec.sqlite;

import movierec.testkit.title.TitleCheckStoreContract;
import movierec.title.TitleCheckStore;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteTitleCheckStoreTest extends TitleCheckStoreContract {
    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    @Override
    protected TitleCheckStore checks() {
        return new SqliteTitleCheckStore(fresh.database());
    }
}
