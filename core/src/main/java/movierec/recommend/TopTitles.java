package movierec.recommend;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Picks the best of many scores with a heap of the best so far; the filter is asked for contenders only. */
final class TopTitles {
    private final int[] heap;
    private final float[] scores;
    private int size;

    private TopTitles(int limit, float[] scores) {
        this.heap = new int[limit];
        this.scores = scores;
    }

    /** Indexes of the best scores, best first, ties by index; NaN and non-positive scores never make it. */
    static int[] of(float[] scores, int limit, IntPredicate filter) {
        TopTitles top = new TopTitles(limit, scores);
        for (int titleIndex = 0; titleIndex < scores.length; titleIndex++) {
            if (scores[titleIndex] > 0 && top.wouldTake(titleIndex) && filter.test(titleIndex)) {
                top.take(titleIndex);
            }
        }
        return top.sorted();
    }

    /** The first of an order that pass the filter. */
    static int[] first(int[] order, int limit, IntPredicate filter) {
        return Arrays.stream(order).filter(filter).limit(limit).toArray();
    }

    private boolean worse(int one, int other) {
        return scores[one] < scores[other] || scores[one] == scores[other] && one > other;
    }

    private boolean wouldTake(int titleIndex) {
        return size < heap.length || heap.length > 0 && worse(heap[0], titleIndex);
    }

    private void take(int titleIndex) {
        if (size < heap.length) {
            heap[size] = titleIndex;
            siftUp(size++);
        } else {
            heap[0] = titleIndex;
            siftDown(0);
        }
    }

    private void siftUp(int start) {
        for (int at = start; at > 0 && worse(heap[at], heap[(at - 1) / 2]); at = (at - 1) / 2) {
            swap(at, (at - 1) / 2);
        }
    }

    private void siftDown(int start) {
        int at = start;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && worse(heap[child + 1], heap[child])) {
                child++;
            }
            if (!worse(heap[child], heap[at])) {
                return;
            }
            swap(at, child);
            at = child;
        }
    }

    private void swap(int one, int other) {
        int kept = heap[one];
        heap[one] = heap[other];
        heap[other] = kept;
    }

    private int[] sorted() {
        int[] bestFirst = new int[size];
        for (int place = size - 1; place >= 0; place--) {
            bestFirst[place] = heap[0];
            heap[0] = heap[--size];
            siftDown(0);
        }
        return bestFirst;
    }
}
