package movierec.postgres;

import movierec.testkit.title.TitleCheckStoreContract;
import movierec.title.TitleCheckStore;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PostgresTitleCheckStoreIT extends TitleCheckStoreContract {
    @RegisterExtension
    final FreshPostgres fresh = new FreshPostgres();

    @Override
    protected TitleCheckStore checks() {
        return new PostgresTitleCheckStore(fresh.database());
    }
}
