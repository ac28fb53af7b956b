package movierec.testkit.taste;

final class InMemoryConcurrentTasteTest extends ConcurrentTasteContract {
    @Override
    protected TasteStores stores() {
        return TasteStores.inMemory();
    }
}
