package movierec.learning.matrix;

import java.util.Arrays;

/** Selects the best of many scores in one pass. */
public final class TopK {
    private static final long INDEX_MASK = 0xffff_ffffL;

    private TopK() {}

    /**
     * The indexes of the highest scores, best first; of equal scores the lower index comes first. Negative infinity and
     * NaN mean "not at all": such places are never selected.
     *
     * @param limit how many at most
     */
    public static int[] indexes(float[] scores, int limit) {
        int capacity = Math.clamp(limit, 0, scores.length);
        if (capacity == 0) {
            return new int[0];
        }
        long[] heap = new long[capacity];
        int size = 0;
        for (int s = 0; s < scores.length; s++) {
            if (Float.isNaN(scores[s]) || scores[s] == Float.NEGATIVE_INFINITY) {
                continue;
            }
            long key = key(scores[s], s);
            if (size < capacity) {
                heap[size] = key;
                siftUp(heap, size++);
            } else if (key > heap[0]) {
                heap[0] = key;
                siftDown(heap, size);
            }
        }
        return bestFirst(heap, size);
    }

    /** A number that sorts as score ascending, then index descending. */
    private static long key(float score, int index) {
        // Adding 0 turns -0.0 into 0.0, which must count as equal.
        int bits = Float.floatToIntBits(score + 0f);
        int ordered = bits ^ (bits >> 31 & Integer.MAX_VALUE);
        return (long) ordered << 32 | (INDEX_MASK - index);
    }

    private static int[] bestFirst(long[] heap, int size) {
        Arrays.sort(heap, 0, size);
        int[] indexes = new int[size];
        for (int k = 0; k < size; k++) {
            indexes[k] = (int) (INDEX_MASK - (heap[size - 1 - k] & INDEX_MASK));
        }
        return indexes;
    }

    private static void siftUp(long[] heap, int position) {
        long key = heap[position];
        int child = position;
        while (child > 0) {
            int parent = (child - 1) >>> 1;
            if (heap[parent] <= key) {
                break;
            }
            heap[child] = heap[parent];
            child = parent;
        }
        heap[child] = key;
    }

    private static void siftDown(long[] heap, int size) {
        long key = heap[0];
        int parent = 0;
        while (2 * parent + 1 < size) {
            int child = 2 * parent + 1;
            if (child + 1 < size && heap[child + 1] < heap[child]) {
                child++;
            }
            if (heap[child] >= key) {
                break;
            }
            heap[parent] = heap[child];
            parent = child;
        }
        heap[parent] = key;
    }
}
