package movierec.learning.split;

import java.util.Arrays;
import movierec.learning.matrix.Interactions;

/** Positives with their time and how much each counts, each user's in chronological order, no item twice for one user. Immutable. */
public final class InteractionLog {
    private final int itemCount;
    private final int[] offsets;
    private final int[] itemIndexes;
    private final long[] epochSeconds;
    private final float[] weights;

    private InteractionLog(int itemCount, int[] offsets, int[] itemIndexes, long[] epochSeconds, float[] weights) {
        this.itemCount = itemCount;
        this.offsets = offsets;
        this.itemIndexes = itemIndexes;
        this.epochSeconds = epochSeconds;
        this.weights = weights;
    }

    public int userCount() {
        return offsets.length - 1;
    }

    public int itemCount() {
        return itemCount;
    }

    public int size() {
        return itemIndexes.length;
    }

    /** The user's entries lie at the positions from here to {@link #end} - 1, earliest first. */
    public int start(int userIndex) {
        return offsets[userIndex];
    }

    public int end(int userIndex) {
        return offsets[userIndex + 1];
    }

    public int itemIndexAt(int position) {
        return itemIndexes[position];
    }

    /** When, or 0 if unknown. */
    public long epochSecondAt(int position) {
        return epochSeconds[position];
    }

    /** How much the entry counts in training: 1 for an ordinary positive. */
    public float weightAt(int position) {
        return weights[position];
    }

    /** A copy of the user's items, earliest first. */
    public int[] itemIndexes(int userIndex) {
        return Arrays.copyOfRange(itemIndexes, start(userIndex), end(userIndex));
    }

    /** Whether all times are known. */
    public boolean isTimed() {
        return Arrays.stream(epochSeconds).allMatch(second -> second > 0);
    }

    /** A builder for this log's items, which knows that entries are chronological where this log is timed. */
    Interactions.Builder interactionsOf(int users) {
        Interactions.Builder builder = Interactions.builder(users, itemCount);
        return isTimed() ? builder.chronological() : builder;
    }

    /** Everything, with the order of items but without their times. */
    public Interactions interactions() {
        Interactions.Builder all = interactionsOf(userCount());
        for (int u = 0; u < userCount(); u++) {
            for (int p = start(u); p < end(u); p++) {
                all.add(u, itemIndexes[p], weights[p]);
            }
        }
        return all.build();
    }

    /** The users with at least so many items, numbered anew in the same order. */
    public InteractionLog usersWithAtLeast(int items) {
        Builder kept = new Builder(itemCount, size());
        int users = 0;
        for (int u = 0; u < userCount(); u++) {
            if (end(u) - start(u) >= items) {
                for (int p = start(u); p < end(u); p++) {
                    kept.add(users, itemIndexes[p], epochSeconds[p], weights[p]);
                }
                users++;
            }
        }
        return kept.build();
    }

    /** Takes entries in any order; of repeated ones the earliest counts. */
    public static final class Builder {
        /** Leaves 24 bits for the place among one user's entries. */
        private static final long LATEST_SECOND = (1L << 38) - 1;

        private static final int PLACE_BITS = 24;

        private final int itemCount;
        private int userCount;
        private int[] userIndexes;
        private int[] itemIndexes;
        private long[] epochSeconds;
        private float[] weights;
        private int size;

        public Builder(int itemCount) {
            this(itemCount, 1024);
        }

        /** @param expected so many entries are added without the need to grow; more are welcome */
        public Builder(int itemCount, int expected) {
            this.itemCount = itemCount;
            int capacity = Math.max(1, expected);
            userIndexes = new int[capacity];
            itemIndexes = new int[capacity];
            epochSeconds = new long[capacity];
            weights = new float[capacity];
        }

        /** Adds an ordinary positive. */
        public Builder add(int userIndex, int itemIndex, long epochSecond) {
            return add(userIndex, itemIndex, epochSecond, 1);
        }

        /**
         * Adds one entry.
         *
         * @param epochSecond when, or 0 if unknown: entries of equal time keep the order in which they were added
         * @param weight how much it counts, positive
         */
        public Builder add(int userIndex, int itemIndex, long epochSecond, float weight) {
            if (userIndex < 0 || itemIndex < 0 || itemIndex >= itemCount) {
                throw new IllegalArgumentException(
                        "User " + userIndex + ", item " + itemIndex + " lie outside " + itemCount + " items");
            }
            if (size == userIndexes.length) {
                userIndexes = Arrays.copyOf(userIndexes, 2 * size);
                itemIndexes = Arrays.copyOf(itemIndexes, 2 * size);
                epochSeconds = Arrays.copyOf(epochSeconds, 2 * size);
                weights = Arrays.copyOf(weights, 2 * size);
            }
            userIndexes[size] = userIndex;
            itemIndexes[size] = itemIndex;
            weights[size] = weight;
            epochSeconds[size++] = Math.clamp(epochSecond, 0, LATEST_SECOND);
            userCount = Math.max(userCount, userIndex + 1);
            return this;
        }

        public InteractionLog build() {
            int[] starts = new int[userCount + 1];
            for (int e = 0; e < size; e++) {
                starts[userIndexes[e] + 1]++;
            }
            for (int u = 0; u < userCount; u++) {
                starts[u + 1] += starts[u];
            }
            int[] byUser = new int[size];
            int[] next = Arrays.copyOf(starts, userCount);
            for (int e = 0; e < size; e++) {
                byUser[next[userIndexes[e]]++] = e;
            }
            return chronological(starts, byUser);
        }

        private InteractionLog chronological(int[] starts, int[] byUser) {
            int[] offsets = new int[userCount + 1];
            int[] items = new int[size];
            long[] seconds = new long[size];
            float[] counts = new float[size];
            int[] lastUserOfItem = new int[itemCount];
            Arrays.fill(lastUserOfItem, -1);
            int kept = 0;
            for (int u = 0; u < userCount; u++) {
                long[] order = new long[starts[u + 1] - starts[u]];
                for (int k = 0; k < order.length; k++) {
                    order[k] = epochSeconds[byUser[starts[u] + k]] << PLACE_BITS | k;
                }
                Arrays.sort(order);
                for (long entry : order) {
                    int e = byUser[starts[u] + (int) (entry & ((1 << PLACE_BITS) - 1))];
                    if (lastUserOfItem[itemIndexes[e]] != u) {
                        lastUserOfItem[itemIndexes[e]] = u;
                        items[kept] = itemIndexes[e];
                        counts[kept] = weights[e];
                        seconds[kept++] = epochSeconds[e];
                    }
                }
                offsets[u + 1] = kept;
            }
            return new InteractionLog(
                    itemCount,
                    offsets,
                    Arrays.copyOf(items, kept),
                    Arrays.copyOf(seconds, kept),
                    Arrays.copyOf(counts, kept));
        }
    }
}
