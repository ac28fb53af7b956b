package movierec.recommend;

import java.util.function.IntPredicate;

/** A way to find titles worth scoring. Stateless. */
public interface CandidateSource {
    /** Short name for metrics and for {@code Candidate.sources}. */
    String name();

    /** Title indexes, best first, at most this source's share, only titles that pass the filter. */
    int[] find(UserContext context, ServingState state, Signals signals, IntPredicate filter);
}
