package movierec.vector;

/**
 * Turns texts into vectors of length 1, near to each other where the texts mean something alike. The same text always gives
 * the same vector. Thread-safe; too long a text is cut.
 */
public interface TextEncoder extends AutoCloseable {
    /** Names the model and everything else that decides what comes out: vectors of different names are not to be compared. */
    String name();

    /** How many numbers a vector has. */
    int dimensions();

    /** The cosine of a query and a text from which on they may have to do with each other; depends on the model. */
    float leastRelevance();

    /**
     * The vector of a text that is to be found.
     *
     * @throws IllegalArgumentException for a blank text
     */
    float[] encode(String text);

    /** The vector of a text that is searched with; some models want those marked. Otherwise as {@link #encode}. */
    float[] encodeQuery(String text);

    @Override
    void close();
}
