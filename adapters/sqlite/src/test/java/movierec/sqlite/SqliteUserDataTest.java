package movierec.sqlite;

import movierec.testkit.taste.TasteStores;
import movierec.testkit.taste.UserDataContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteUserDataTest extends UserDataContract {
    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    @Override
    protected TasteStores stores() {
        return fresh.stores();
    }
}
