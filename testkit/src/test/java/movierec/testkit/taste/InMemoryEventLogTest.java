package movierec.testkit.taste;

final class InMemoryEventLogTest extends EventLogContract {
    @Override
    protected TasteStores stores() {
        return TasteStores.inMemory();
    }
}
