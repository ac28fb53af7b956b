package movierec.testkit.taste;

final class InMemoryTitleListsTest extends TitleListsContract {
    @Override
    protected TasteStores stores() {
        return TasteStores.inMemory();
    }
}
