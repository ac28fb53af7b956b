package movierec.sqlite;

import movierec.testkit.taste.ServedLogContract;
import movierec.testkit.taste.TasteStores;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteServedLogTest extends ServedLogContract {
    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    @Override
    protected TasteStores stores() {
        return fresh.stores();
    }
}
