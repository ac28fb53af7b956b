package movierec.postgres;

import movierec.testkit.taste.TasteStores;
import movierec.testkit.taste.TitleListsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PostgresTitleListsIT extends TitleListsContract {
    @RegisterExtension
    final FreshPostgres fresh = new FreshPostgres();

    @Override
    protected TasteStores stores() {
        return fresh.stores();
    }
}
