package movierec.sqlite;

import movierec.testkit.taste.TasteStoreContract;
import movierec.testkit.taste.TasteStores;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteTasteStoreTest extends TasteStoreContract {
    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    @Override
    protected TasteStores stores() {
        return fresh.stores();
    }
}
