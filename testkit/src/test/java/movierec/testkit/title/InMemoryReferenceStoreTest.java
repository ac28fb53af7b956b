package movierec.testkit.title;

import java.time.InstantSource;
import movierec.title.ReferenceStore;

final class InMemoryReferenceStoreTest extends ReferenceStoreContract {
    @Override
    protected ReferenceStore references(InstantSource clock) {
        return new InMemoryReferenceStore(clock);
    }
}
