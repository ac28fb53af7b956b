package movierec.recommend;

import java.util.function.IntPredicate;

/** The titles nearest to what the user did last and stated. */
record RealtimeCandidates(int share) implements CandidateSource {
    @Override
    public String name() {
        return "realtime";
    }

    @Override
    public int[] find(UserContext context, ServingState state, Signals signals, IntPredicate filter) {
        return TopTitles.of(signals.realtime(), share, filter);
    }
}
