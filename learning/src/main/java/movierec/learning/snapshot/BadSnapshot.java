package movierec.learning.snapshot;

/** A file is no snapshot that this program can read; the message says why. */
public final class BadSnapshot extends Exception {
    BadSnapshot(String message) {
        super(message);
    }
}
