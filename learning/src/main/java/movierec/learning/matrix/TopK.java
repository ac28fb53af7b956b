package movierec.learning.matrix;

import java.util.Arrays;

/** Selects the best of many scores in one pass. */
public final class TopK {
    private TopK() {}

    /**
     * The indexes of the highest scores, best first; of equal scores the lower index comes first. Negative infinity and
     * NaN mean "not at all": such places are never selected. Allocates the result and nothing else.
     *
     * @param limit how many at most
     */
    public static int[] indexes(float[] scores, int limit) {
        int capacity = Math.clamp(limit, 0, scores.length);
        if (capacity == 0) {
            return new int[0];
        }
        // A heap with the worst of the selected at its root.
        int[] heap = new int[capacity];
        int size = 0;
        float threshold = Float.NEGATIVE_INFINITY;
        for (int s = 0; s < scores.length; s++) {
            // False for NaN, and for an equal score, whose index is higher than all that are selected.
            if (scores[s] > threshold) {
                if (size < capacity) {
                    siftUp(heap, size++, s, scores);
                } else {
                    siftDown(heap, size, s, scores);
                }
                threshold = size == capacity ? scores[heap[0]] : threshold;
            }
        }
        for (int last = size - 1; last > 0; last--) {
            int worst = heap[0];
            siftDown(heap, last, heap[last], scores);
            heap[last] = worst;
        }
        return size == capacity ? heap : Arrays.copyOf(heap, size);
    }

    private static boolean isWorse(int one, int other, float[] scores) {
        return scores[one] < scores[other] || scores[one] == scores[other] && one > other;
    }

    /** Adds an index at the end of the heap and moves it to where it belongs. */
    private static void siftUp(int[] heap, int end, int added, float[] scores) {
        int child = end;
        while (child > 0) {
            int parent = (child - 1) >>> 1;
            if (!isWorse(added, heap[parent], scores)) {
                break;
            }
            heap[child] = heap[parent];
            child = parent;
        }
        heap[child] = added;
    }

    /** Replaces the root and moves the new index to where it belongs. */
    private static void siftDown(int[] heap, int size, int replacement, float[] scores) {
        int parent = 0;
        while (2 * parent + 1 < size) {
            int child = 2 * parent + 1;
            if (child + 1 < size && isWorse(heap[child + 1], heap[child], scores)) {
                child++;
            }
            if (!isWorse(heap[child], replacement, scores)) {
                break;
            }
            heap[parent] = heap[child];
            parent = child;
        }
        heap[parent] = replacement;
    }
}
