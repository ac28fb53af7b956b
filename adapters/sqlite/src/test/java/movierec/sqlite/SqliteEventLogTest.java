package movierec.sqlite;

import movierec.testkit.taste.EventLogContract;
import movierec.testkit.taste.TasteStores;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteEventLogTest extends EventLogContract {
    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    @Override
    protected TasteStores stores() {
        return fresh.stores();
    }
}
