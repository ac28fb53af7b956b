package movierec.model;

import java.util.List;

/** Keeps imported rating corpora for training. Thread-safe. */
public interface CorpusStore {
    /** Every stored corpus, by name. */
    List<RatingCorpus> all();

    /** Stores a copy of a corpus, replacing one of the same name only once the copy is complete. Returns its ratings. */
    long save(RatingCorpus corpus);

    /** False when there is none of that name. */
    boolean delete(String name);
}
