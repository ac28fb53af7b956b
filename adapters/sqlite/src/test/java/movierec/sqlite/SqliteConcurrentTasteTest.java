package movierec.sqlite;

import movierec.testkit.taste.ConcurrentTasteContract;
import movierec.testkit.taste.TasteStores;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteConcurrentTasteTest extends ConcurrentTasteContract {
    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    @Override
    protected TasteStores stores() {
        return fresh.stores();
    }
}
