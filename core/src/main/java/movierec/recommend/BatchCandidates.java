package movierec.recommend;

import java.util.function.IntPredicate;

/** The titles the collaborative model scores highest for this user. */
record BatchCandidates(int share) implements CandidateSource {
    @Override
    public String name() {
        return "batch";
    }

    @Override
    public int[] find(UserContext context, ServingState state, Signals signals, IntPredicate filter) {
        return TopTitles.of(signals.batch(), share, filter);
    }
}
