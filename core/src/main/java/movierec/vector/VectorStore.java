package movierec.vector;

import java.util.Collection;
import java.util.function.Consumer;
import movierec.title.TitleId;

/**
 * Keeps the vectors of titles, so that none is computed twice. Thread-safe; every call is all or nothing. A vector may lose
 * precision, but no more than 1/1000 of its greatest number.
 *
 * <p>When a source's facts about a title are deleted, so are the vectors that were made of them.
 */
public interface VectorStore {
    /** Hands out every vector of an encoder, ordered by title id; {@code each} may call the store. */
    void forEach(String encoder, Consumer<TitleVector> each);

    /** Adds vectors, each in the place of what the same encoder made of its title before. */
    void save(Collection<TitleVector> vectors);

    /** Removes what any encoder made of these titles and returns how many vectors it was. */
    int delete(Collection<TitleId> titleIds);

    /** Removes everything that was made by other encoders and returns how many vectors it was. */
    int deleteOthersThan(String encoder);
}
