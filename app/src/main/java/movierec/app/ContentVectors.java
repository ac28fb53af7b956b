package movierec.app;

import movierec.title.Catalogue;
import movierec.vector.MeaningSearch;

/** What the texts of titles mean, as vectors that are kept in step with the catalogue behind the answers. Thread-safe. */
public interface ContentVectors extends AutoCloseable {
    /** Where the operator wants no text to be turned into vectors. */
    ContentVectors OFF = new ContentVectors() {
        @Override
        public void follow(Catalogue catalogue) {}

        @Override
        public MeaningSearch search() {
            return MeaningSearch.NONE;
        }

        @Override
        public void close() {}
    };

    /** Turns to this catalogue, and returns at once. */
    void follow(Catalogue catalogue);

    /** Finds what has a vector by now. */
    MeaningSearch search();

    @Override
    void close();
}
