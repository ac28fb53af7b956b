package movierec.learning;

/** The data do not allow what was asked for; the message says why and what would help. */
public final class UnusableData extends RuntimeException {
    public UnusableData(String message) {
        super(message);
    }
}
