package movierec.testkit.title;

import java.time.InstantSource;

final class InMemoryListStoreTest extends ListStoreContract {
    @Override
    protected Stores stores(InstantSource clock) {
        InMemoryTitleStore titles = new InMemoryTitleStore(clock);
        return new Stores(new InMemoryListStore(clock, titles), titles);
    }
}
