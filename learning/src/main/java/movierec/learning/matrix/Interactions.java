package movierec.learning.matrix;

import java.util.Arrays;

/** Who interacted with what: users x items, positives only, and in which order where that is known. Immutable. */
public final class Interactions {
    private final SparseRows byUser;
    /** Item indexes at the positions of {@code byUser}, each user's earliest first; empty = the order is not known. */
    private final int[] chronological;

    private Interactions(SparseRows byUser, int[] chronological) {
        this.byUser = byUser;
        this.chronological = chronological;
    }

    /** One row per user. */
    public SparseRows byUser() {
        return byUser;
    }

    /** Whether the order of each user's items is known. */
    public boolean isChronological() {
        return chronological.length == byUser.size();
    }

    /** The user's items, earliest first; refused where the order is not known. */
    public int[] chronologicalItemIndexes(int userIndex) {
        if (!isChronological()) {
            throw new IllegalStateException("The order of these interactions is not known");
        }
        return Arrays.copyOfRange(chronological, byUser.start(userIndex), byUser.end(userIndex));
    }

    public int userCount() {
        return byUser.rowCount();
    }

    public int itemCount() {
        return byUser.columnCount();
    }

    public int size() {
        return byUser.size();
    }

    /** The same entries with one row per item. */
    public SparseRows byItem() {
        return byUser.transposed();
    }

    /** How many users each item has. */
    public int[] support() {
        int[] support = new int[itemCount()];
        for (int p = 0; p < size(); p++) {
            support[byUser.columnIndexAt(p)]++;
        }
        return support;
    }

    public static Builder builder(int userCount, int itemCount) {
        return new Builder(userCount, itemCount);
    }

    /** Takes entries in any order; of repeated ones the largest value counts. */
    public static final class Builder {
        private final int userCount;
        private final int itemCount;
        private int[] userIndexes = new int[1024];
        private long[] entries = new long[1024];
        private int size;
        private boolean isChronological;

        private Builder(int userCount, int itemCount) {
            this.userCount = userCount;
            this.itemCount = itemCount;
        }

        /** Promises that every user's entries are added earliest first. */
        public Builder chronological() {
            isChronological = true;
            return this;
        }

        /**
         * Adds one entry.
         *
         * @param value confidence, positive and finite
         */
        public Builder add(int userIndex, int itemIndex, float value) {
            if (!(value > 0) || !Float.isFinite(value)) {
                throw new IllegalArgumentException("A value is positive and finite, not " + value);
            }
            if (userIndex < 0 || userIndex >= userCount || itemIndex < 0 || itemIndex >= itemCount) {
                throw new IllegalArgumentException("User " + userIndex + ", item " + itemIndex + " lie outside "
                        + userCount + " users x " + itemCount + " items");
            }
            if (size == entries.length) {
                userIndexes = Arrays.copyOf(userIndexes, 2 * size);
                entries = Arrays.copyOf(entries, 2 * size);
            }
            userIndexes[size] = userIndex;
            // Sorted as numbers, such entries are ordered by item and then by value.
            entries[size++] = (long) itemIndex << 32 | Float.floatToIntBits(value);
            return this;
        }

        public Interactions build() {
            int[] starts = new int[userCount + 1];
            for (int e = 0; e < size; e++) {
                starts[userIndexes[e] + 1]++;
            }
            for (int u = 0; u < userCount; u++) {
                starts[u + 1] += starts[u];
            }
            long[] byUser = new long[size];
            int[] next = Arrays.copyOf(starts, userCount);
            for (int e = 0; e < size; e++) {
                byUser[next[userIndexes[e]]++] = entries[e];
            }
            int[] chronological = isChronological ? firstOccurrences(starts, byUser) : new int[0];
            return new Interactions(withoutRepeats(starts, byUser), chronological);
        }

        /** Every user's items in the order of adding; of repeated ones the first place counts. */
        private int[] firstOccurrences(int[] starts, long[] byUser) {
            int[] items = new int[size];
            int[] lastUserOfItem = new int[itemCount];
            Arrays.fill(lastUserOfItem, -1);
            int kept = 0;
            for (int u = 0; u < userCount; u++) {
                for (int e = starts[u]; e < starts[u + 1]; e++) {
                    int itemIndex = (int) (byUser[e] >>> 32);
                    if (lastUserOfItem[itemIndex] != u) {
                        lastUserOfItem[itemIndex] = u;
                        items[kept++] = itemIndex;
                    }
                }
            }
            return Arrays.copyOf(items, kept);
        }

        private SparseRows withoutRepeats(int[] starts, long[] byUser) {
            int[] offsets = new int[userCount + 1];
            int[] itemIndexes = new int[size];
            float[] values = new float[size];
            int kept = 0;
            for (int u = 0; u < userCount; u++) {
                Arrays.sort(byUser, starts[u], starts[u + 1]);
                for (int e = starts[u]; e < starts[u + 1]; e++) {
                    int itemIndex = (int) (byUser[e] >>> 32);
                    boolean repeatFollows = e + 1 < starts[u + 1] && (int) (byUser[e + 1] >>> 32) == itemIndex;
                    if (!repeatFollows) {
                        itemIndexes[kept] = itemIndex;
                        values[kept++] = Float.intBitsToFloat((int) byUser[e]);
                    }
                }
                offsets[u + 1] = kept;
            }
            return new SparseRows(itemCount, offsets, Arrays.copyOf(itemIndexes, kept), Arrays.copyOf(values, kept));
        }
    }
}
