package movierec.sqlite;

import java.time.InstantSource;
import movierec.testkit.title.TitleStoreContract;
import movierec.title.TitleStore;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteTitleStoreTest extends TitleStoreContract {
    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    @Override
    protected TitleStore titles(InstantSource clock) {
        return new SqliteTitleStore(fresh.database(), clock);
    }
}
