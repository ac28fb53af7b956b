package movierec.postgres;

import java.time.InstantSource;
import movierec.testkit.title.ListStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PostgresListStoreIT extends ListStoreContract {
    @RegisterExtension
    final FreshPostgres fresh = new FreshPostgres();

    @Override
    protected Stores stores(InstantSource clock) {
        PostgresDatabase database = fresh.database();
        return new Stores(new PostgresListStore(database, clock), new PostgresTitleStore(database, clock));
    }
}
