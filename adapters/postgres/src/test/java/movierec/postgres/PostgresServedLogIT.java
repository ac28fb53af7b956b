package movierec.postgres;

import movierec.testkit.taste.ServedLogContract;
import movierec.testkit.taste.TasteStores;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PostgresServedLogIT extends ServedLogContract {
    @RegisterExtension
    final FreshPostgres fresh = new FreshPostgres();

    @Override
    protected TasteStores stores() {
        return fresh.stores();
    }
}
