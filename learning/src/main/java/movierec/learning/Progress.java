package movierec.learning;

/** Hears how far long work has come, for a progress bar. Called from the working threads, often: it must be quick. */
@FunctionalInterface
public interface Progress {
    Progress NONE = (task, done, total) -> {};

    /**
     * Hears one step.
     *
     * @param task in words people understand, such as {@code evaluate ease}
     * @param done steps done, 0 to total
     * @param total steps of this task, at least 1
     */
    void step(String task, long done, long total);
}
