package movierec.postgres;

import movierec.testkit.taste.TasteStoreContract;
import movierec.testkit.taste.TasteStores;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PostgresTasteStoreIT extends TasteStoreContract {
    @RegisterExtension
    final FreshPostgres fresh = new FreshPostgres();

    @Override
    protected TasteStores stores() {
        return fresh.stores();
    }
}
