package movierec.app;

import java.time.InstantSource;
import movierec.recommend.GroupPass;
import movierec.recommend.HomePage;
import movierec.recommend.LiveServingState;
import movierec.recommend.LiveSource;
import movierec.recommend.PipelineMeter;
import movierec.recommend.RecommendForGroup;
import movierec.recommend.RecommendForSession;
import movierec.recommend.RecommendTitles;
import movierec.recommend.ResponseCache;
import movierec.recommend.SimilarTitles;
import movierec.recommend.Surprise;
import movierec.taste.ServedRecorder;
import movierec.vector.FusedSearch;

/** The ways to be recommended something, over one serving state. */
public record Recommender(
        LiveServingState state,
        RecommendTitles titles,
        RecommendForSession session,
        RecommendForGroup group,
        Surprise surprise,
        SimilarTitles similar,
        HomePage home,
        GroupPass groupPass,
        FusedSearch search,
        ResponseCache cache,
        ServedRecorder served) {

    static Recommender over(
            LiveServingState state,
            Stores stores,
            FusedSearch search,
            ResponseCache cache,
            ServedRecorder served,
            GroupPass groupPass,
            LiveSource live,
            InstantSource clock,
            PipelineMeter meter,
            boolean showWatchlist) {
        RecommendTitles titles =
                new RecommendTitles(stores.tastes(), stores.batchLists(), state, live, clock, meter, showWatchlist);
        SimilarTitles similar = new SimilarTitles(state);
        return new Recommender(
                state,
                titles,
                new RecommendForSession(titles, clock),
                new RecommendForGroup(titles, clock),
                new Surprise(titles),
                similar,
                new HomePage(titles, similar, stores.tastes(), state, clock),
                groupPass,
                search,
                cache,
                served);
    }
}
