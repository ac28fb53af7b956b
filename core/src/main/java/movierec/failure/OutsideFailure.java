package movierec.failure;

/** An outside system (database, mail server, file system) failed. Made in the adapter that saw it. */
public final class OutsideFailure extends RuntimeException {
    private final String system;
    private final boolean retryable;

    /**
     * @param system the outside system, such as {@code sqlite} or {@code smtp}
     * @param what what was tried and what to do about it, without personal data
     * @param retryable whether the same call may succeed later
     */
    public OutsideFailure(String system, String what, boolean retryable, Throwable cause) {
        super(system + ": " + what, cause);
        this.system = system;
        this.retryable = retryable;
    }

    public String system() {
        return system;
    }

    public boolean retryable() {
        return retryable;
    }
}
