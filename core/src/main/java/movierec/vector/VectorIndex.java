package movierec.vector;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import movierec.failure.OutsideFailure;
import movierec.title.TitleId;

/**
 * Finds the titles whose vectors are nearest to a given one. Thread-safe: it is searched while it changes, and a search after
 * a change sees it. All vectors have {@link #dimensions} numbers and length 1.
 */
public interface VectorIndex extends AutoCloseable {
    int dimensions();

    /** How many titles have a vector. */
    int size();

    /**
     * Adds vectors, each in the place of the title's former one. Cheaper for many at once.
     *
     * @throws IllegalArgumentException for a vector of another size or length; then nothing is added
     */
    void put(Collection<TitleVector> vectors);

    /** Titles without a vector are left alone. */
    void remove(Collection<TitleId> titleIds);

    Optional<float[]> find(TitleId titleId);

    /**
     * The nearest titles, best first; equally near ones by id. An approximate index may miss a few.
     *
     * @param query of length 1
     * @param filter asked about few or about all titles, from any thread; an implementation looks on until enough passed
     * @throws OutsideFailure when the index cannot be read
     */
    List<Neighbour> nearest(float[] query, int limit, Predicate<TitleId> filter);

    @Override
    void close();

    /** @param similarity the cosine, -1 to 1 */
    record Neighbour(TitleId titleId, float similarity) {}
}
