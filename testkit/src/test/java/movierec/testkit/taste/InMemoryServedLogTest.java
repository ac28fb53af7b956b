package movierec.testkit.taste;

final class InMemoryServedLogTest extends ServedLogContract {
    @Override
    protected TasteStores stores() {
        return TasteStores.inMemory();
    }
}
