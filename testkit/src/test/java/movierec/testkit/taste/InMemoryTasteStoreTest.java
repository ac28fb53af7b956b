package movierec.testkit.taste;

final class InMemoryTasteStoreTest extends TasteStoreContract {
    @Override
    protected TasteStores stores() {
        return TasteStores.inMemory();
    }
}
