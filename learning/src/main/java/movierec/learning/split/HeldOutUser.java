package movierec.learning.split;

/** Someone who judges a model: it sees the history and should name the targets. */
public final class HeldOutUser {
    private final int userIndex;
    private final int[] historyIndexes;
    private final int[] targetIndexes;

    /**
     * Takes the arrays over without a copy.
     *
     * @param userIndex who, in the log that was split: the same person in every split of that log
     * @param historyIndexes items folded in, earliest first where times are known; never a target
     * @param targetIndexes items to be found, at least one, all known to the training
     */
    public HeldOutUser(int userIndex, int[] historyIndexes, int[] targetIndexes) {
        this.userIndex = userIndex;
        this.historyIndexes = historyIndexes;
        this.targetIndexes = targetIndexes;
    }

    public int userIndex() {
        return userIndex;
    }

    /** Not to be changed. */
    public int[] historyIndexes() {
        return historyIndexes;
    }

    /** Not to be changed. */
    public int[] targetIndexes() {
        return targetIndexes;
    }
}
