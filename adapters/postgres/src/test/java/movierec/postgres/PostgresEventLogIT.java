package movierec.postgres;

import movierec.testkit.taste.EventLogContract;
import movierec.testkit.taste.TasteStores;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PostgresEventLogIT extends EventLogContract {
    @RegisterExtension
    final FreshPostgres fresh = new FreshPostgres();

    @Override
    protected TasteStores stores() {
        return fresh.stores();
    }
}
