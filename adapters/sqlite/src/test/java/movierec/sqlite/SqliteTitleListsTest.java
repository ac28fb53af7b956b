package movierec.sqlite;

import movierec.testkit.taste.TasteStores;
import movierec.testkit.taste.TitleListsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteTitleListsTest extends TitleListsContract {
    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    @Override
    protected TasteStores stores() {
        return fresh.stores();
    }
}
