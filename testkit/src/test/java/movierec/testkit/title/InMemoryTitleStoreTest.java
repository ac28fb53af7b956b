package movierec.testkit.title;

import movierec.title.TitleStore;

final class InMemoryTitleStoreTest extends TitleStoreContract {
    @Override
    protected TitleStore titles() {
        return new InMemoryTitleStore();
    }
}
