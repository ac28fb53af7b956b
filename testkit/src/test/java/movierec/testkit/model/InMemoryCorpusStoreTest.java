package movierec.testkit.model;

import movierec.model.CorpusStore;

class InMemoryCorpusStoreTest extends CorpusStoreContract {
    private final CorpusStore corpora = new InMemoryCorpusStore();

    @Override
    protected CorpusStore corpora() {
        return corpora;
    }
}
