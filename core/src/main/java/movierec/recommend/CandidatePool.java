package movierec.recommend;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * The titles that get scored: each source's share, filled up with popular ones to {@link #MAX_SIZE}. The filter is applied
 * while the pool fills, so that strict preferences make a different pool and not an empty one.
 */
final class CandidatePool {
    static final int MAX_SIZE = 200;

    private CandidatePool() {}

    /** Title indexes without duplicates, in the order of the sources. */
    static List<Integer> gather(
            Profile profile, UserContext context, ServingState state, Signals signals, IntPredicate filter) {
        Set<Integer> known = new HashSet<>();
        List<Integer> pool = new ArrayList<>(MAX_SIZE);
        List<CandidateSource> sources = new ArrayList<>(profile.sources());
        sources.add(new PopularCandidates(MAX_SIZE));
        for (CandidateSource source : sources) {
            for (int titleIndex : source.find(context, state, signals, filter)) {
                if (pool.size() < MAX_SIZE && known.add(titleIndex)) {
                    pool.add(titleIndex);
                }
            }
        }
        return pool;
    }
}
