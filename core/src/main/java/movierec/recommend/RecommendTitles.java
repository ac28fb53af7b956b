package movierec.recommend;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import movierec.taste.BatchListStore;
import movierec.taste.Taste;
import movierec.taste.TasteStore;

/**
 * The product on one screen: context, candidates, filters, scores, diversified, explained. Thread-safe.
 */
public final class RecommendTitles {
    /** How far back served lists sink what they showed. */
    private static final Duration ROTATION_MEMORY = Duration.ofDays(14);

    private final TasteStore tastes;
    private final BatchListStore batchLists;
    private final Supplier<ServingState> states;
    private final LiveSource live;
    private final InstantSource clock;
    private final PipelineMeter meter;
    private final boolean showWatchlist;

    /**
     * @param states hands out the serving state of the moment
     * @param showWatchlist whether titles of the watchlist may be recommended
     */
    public RecommendTitles(
            TasteStore tastes,
            BatchListStore batchLists,
            Supplier<ServingState> states,
            LiveSource live,
            InstantSource clock,
            PipelineMeter meter,
            boolean showWatchlist) {
        this.tastes = tastes;
        this.batchLists = batchLists;
        this.states = states;
        this.live = live;
        this.clock = clock;
        this.meter = meter;
        this.showWatchlist = showWatchlist;
    }

    /** The personal list of the asking user. */
    public Recommendations recommend(Ask ask) {
        Instant now = clock.instant();
        Taste taste = meter.time("context", () -> tastes.load(ask.user(), now.minus(ROTATION_MEMORY)));
        StoredBatch storedBatch = StoredBatch.of(ask, taste, states.get(), batchLists);
        UserContext context = UserContext.of(taste, ask, storedBatch, showWatchlist, now);
        return recommend(context, ask.profile(), ask.limit());
    }

    /** The list for a context from wherever: a session, a group. */
    Recommendations recommend(UserContext context, Profile asked, int limit) {
        ServingState state = states.get();
        Profile wanted = asked.with(state.model());
        TitleFilter filter = TitleFilter.of(context, state.catalogue());

        Signals signals = meter.time("signals", () -> Signals.of(context, state));
        Profile profile = signals.canServe(wanted) ? wanted : Profile.EVERYBODY;
        List<Integer> candidates =
                meter.time("candidates", () -> CandidatePool.gather(profile, context, state, signals, filter));
        meter.candidates(candidates.size());
        List<Scored> scored = meter.time(
                "score", () -> new Scorer(profile, state, signals, Adjustment.of(context, state)).score(candidates));
        Diversifier diversifier = new Diversifier(
                state.content(), profile.diversityPoints() * context.dials().diversity());
        List<Scored> diversified = meter.time("diversify", () -> diversifier.pick(scored, limit));
        Explainer explainer = new Explainer(context, state, signals);
        List<Recommendation> explained = meter.time(
                "explain", () -> diversified.stream().map(explainer::explain).toList());

        Stage stage = Stage.of(state, signals);
        StoredBatch stored = context.storedBatch();
        boolean batchIsMissing = state.model().isEmpty() && context.history().hasLikes() && !stored.current();
        String model =
                state.model().isEmpty() && stored.isPresent() ? stored.list().modelVersion() : state.modelVersion();
        Recommendations local =
                new Recommendations(explained, wanted.name(), model, state.bundled() || batchIsMissing, stage);
        return new LiveFill(live).fill(local, context, limit);
    }
}
