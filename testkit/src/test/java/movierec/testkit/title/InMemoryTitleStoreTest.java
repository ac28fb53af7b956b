package movierec.testkit.title;

import java.time.InstantSource;
import movierec.title.TitleStore;

final class InMemoryTitleStoreTest extends TitleStoreContract {
    @Override
    protected TitleStore titles(InstantSource clock) {
        return new InMemoryTitleStore(clock);
    }
}
