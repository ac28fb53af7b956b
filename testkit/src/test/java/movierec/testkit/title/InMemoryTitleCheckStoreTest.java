package movierec.testkit.title;

import movierec.title.TitleCheckStore;

final class InMemoryTitleCheckStoreTest extends TitleCheckStoreContract {
    @Override
    protected TitleCheckStore checks() {
        return new InMemoryTitleCheckStore();
    }
}
