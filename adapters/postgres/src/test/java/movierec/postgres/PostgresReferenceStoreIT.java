package movierec.postgres;

import java.time.InstantSource;
import movierec.testkit.title.ReferenceStoreContract;
import movierec.title.ReferenceStore;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PostgresReferenceStoreIT extends ReferenceStoreContract {
    @RegisterExtension
    final FreshPostgres fresh = new FreshPostgres();

    @Override
    protected ReferenceStore references(InstantSource clock) {
        return new PostgresReferenceStore(fresh.database(), clock);
    }
}
