package movierec.recommend;

import java.util.function.IntPredicate;

/** What everybody likes; there is always some. */
record PopularCandidates(int share) implements CandidateSource {
    @Override
    public String name() {
        return "popular";
    }

    @Override
    public int[] find(UserContext context, ServingState state, Signals signals, IntPredicate filter) {
        return TopTitles.first(state.catalogue().byQuality(), share, filter);
    }
}
