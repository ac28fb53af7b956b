package movierec.sqlite;

import movierec.testkit.title.TitleStoreContract;
import movierec.title.TitleStore;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteTitleStoreTest extends TitleStoreContract {
    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    @Override
    protected TitleStore titles() {
        return fresh.stores().titles();
    }
}
