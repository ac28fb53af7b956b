package movierec.testkit.taste;

final class InMemoryBatchListStoreTest extends BatchListStoreContract {
    @Override
    protected TasteStores stores() {
        return TasteStores.inMemory();
    }
}
