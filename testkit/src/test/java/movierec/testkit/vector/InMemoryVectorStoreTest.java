package movierec.testkit.vector;

import movierec.vector.VectorStore;

final class InMemoryVectorStoreTest extends VectorStoreContract {
    @Override
    protected VectorStore vectors() {
        return new InMemoryVectorStore();
    }
}
