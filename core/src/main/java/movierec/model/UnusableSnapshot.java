package movierec.model;

/** A model snapshot that cannot be served; the message says why and what to do. */
public final class UnusableSnapshot extends RuntimeException {
    public UnusableSnapshot(String message) {
        super(message);
    }

    public UnusableSnapshot(String message, Throwable cause) {
        super(message, cause);
    }
}
