package movierec.vectors;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import movierec.title.TitleId;
import movierec.vector.VectorIndex.Neighbour;

/** The best of many neighbours, in a heap with the worst of them on top. Not thread-safe. */
final class NearestFirst {
    static final Comparator<Neighbour> ORDER =
            Comparator.comparing(Neighbour::similarity).reversed().thenComparing(Neighbour::titleId);

    private final int limit;
    private final PriorityQueue<Neighbour> worstFirst = new PriorityQueue<>(ORDER.reversed());
    private float least = Float.NEGATIVE_INFINITY;

    /** @param limit at least 1 */
    NearestFirst(int limit) {
        this.limit = limit;
    }

    /** Whether so near a title may be among the best: to be asked before anything that costs more. */
    boolean mayEnter(float similarity) {
        return similarity >= least;
    }

    void add(TitleId titleId, float similarity) {
        worstFirst.add(new Neighbour(titleId, similarity));
        if (worstFirst.size() > limit) {
            worstFirst.remove();
        }
        if (worstFirst.size() == limit) {
            least = worstFirst.element().similarity();
        }
    }

    List<Neighbour> inOrder() {
        List<Neighbour> all = new ArrayList<>(worstFirst);
        all.sort(ORDER);
        return all;
    }
}
