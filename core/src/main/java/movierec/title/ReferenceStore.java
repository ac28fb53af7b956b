package movierec.title;

import java.util.Optional;
import movierec.title.TitleSource.SourceReference;

/** Keeps what sources say that does not belong to a single title. Thread-safe. */
public interface ReferenceStore {
    /** What the source said last, unless it is beyond its legal age, see {@link SourceTerms}. */
    Optional<SourceReference> find(String source);

    void save(SourceReference reference);

    /** Removes what the source said; false when there was nothing. */
    boolean deleteBySource(String source);
}
