package movierec.testkit.taste;

final class InMemoryUserDataTest extends UserDataContract {
    @Override
    protected TasteStores stores() {
        return TasteStores.inMemory();
    }
}
