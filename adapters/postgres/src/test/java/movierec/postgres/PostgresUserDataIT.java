package movierec.postgres;

import movierec.testkit.taste.TasteStores;
import movierec.testkit.taste.UserDataContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PostgresUserDataIT extends UserDataContract {
    @RegisterExtension
    final FreshPostgres fresh = new FreshPostgres();

    @Override
    protected TasteStores stores() {
        return fresh.stores();
    }
}
