package movierec.sqlite;

import movierec.testkit.taste.BatchListStoreContract;
import movierec.testkit.taste.TasteStores;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteBatchListStoreTest extends BatchListStoreContract {
    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    @Override
    protected TasteStores stores() {
        return fresh.stores();
    }
}
