package movierec.sqlite;

import java.time.InstantSource;
import movierec.testkit.title.ListStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteListStoreTest extends ListStoreContract {
    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    @Override
    protected Stores stores(InstantSource clock) {
        SqliteDatabase database = fresh.database();
        return new Stores(new SqliteListStore(database, clock), new SqliteTitleStore(database, clock));
    }
}
