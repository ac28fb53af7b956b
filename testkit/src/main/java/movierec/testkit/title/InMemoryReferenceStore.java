package movierec.testkit.title;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import movierec.title.ReferenceStore;
import movierec.title.SourceTerms;
import movierec.title.TitleSource.SourceReference;

/** References in a map. */
public final class InMemoryReferenceStore implements ReferenceStore {
    private final Map<String, SourceReference> references = new ConcurrentHashMap<>();
    private final InstantSource clock;

    public InMemoryReferenceStore(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Optional<SourceReference> find(String source) {
        return Optional.ofNullable(references.get(source))
                .filter(reference -> SourceTerms.maySay(source, reference.fetchedAt(), clock.instant()));
    }

    @Override
    public void save(SourceReference reference) {
        references.put(reference.source(), reference);
    }

    @Override
    public boolean deleteBySource(String source) {
        return references.remove(source) != null;
    }
}
