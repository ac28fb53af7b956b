package movierec.postgres;

import java.time.InstantSource;
import movierec.testkit.title.TitleStoreContract;
import movierec.title.TitleStore;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PostgresTitleStoreIT extends TitleStoreContract {
    @RegisterExtension
    final FreshPostgres fresh = new FreshPostgres();

    @Override
    protected TitleStore titles(InstantSource clock) {
        return new PostgresTitleStore(fresh.database(), clock);
    }
}
