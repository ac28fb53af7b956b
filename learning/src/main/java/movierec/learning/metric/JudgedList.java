package movierec.learning.metric;

import java.util.Arrays;

/** A ranked list of which is known, rank by rank, whether it hit a target. Ranks count from 1. */
public final class JudgedList {
    private final boolean[] hits;
    private final int targetCount;

    private JudgedList(boolean[] hits, int targetCount) {
        this.hits = hits;
        this.targetCount = targetCount;
    }

    /**
     * Looks every rank up among the targets.
     *
     * @param rankedIndexes best first
     * @param targetIndexes what should be found, at least one, none twice
     */
    public static JudgedList of(int[] rankedIndexes, int[] targetIndexes) {
        if (targetIndexes.length == 0) {
            throw new IllegalArgumentException("A list cannot be judged without targets");
        }
        int[] sorted = targetIndexes.clone();
        Arrays.sort(sorted);
        boolean[] hits = new boolean[rankedIndexes.length];
        for (int r = 0; r < hits.length; r++) {
            hits[r] = Arrays.binarySearch(sorted, rankedIndexes[r]) >= 0;
        }
        return new JudgedList(hits, targetIndexes.length);
    }

    public int length() {
        return hits.length;
    }

    public int targetCount() {
        return targetCount;
    }

    /** False beyond the end of the list. */
    public boolean isHit(int rank) {
        return rank <= hits.length && hits[rank - 1];
    }

    /** How many of the first k ranks hit. */
    public int hitsUntil(int k) {
        int count = 0;
        for (int rank = 1; rank <= Math.min(k, hits.length); rank++) {
            count += hits[rank - 1] ? 1 : 0;
        }
        return count;
    }
}
