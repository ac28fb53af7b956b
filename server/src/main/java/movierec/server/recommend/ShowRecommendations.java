package movierec.server.recommend;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import movierec.app.Recommender;
import movierec.identity.UserId;
import movierec.recommend.Ask;
import movierec.recommend.Recommendation;
import movierec.recommend.Recommendations;
import movierec.server.http.Answer;
import movierec.server.http.Caching;
import movierec.server.http.Call;
import movierec.server.http.EntityTag;
import movierec.server.metrics.Metrics;
import movierec.taste.ServedList;
import movierec.taste.TasteStore;
import movierec.title.Title;
import movierec.title.TitleId;

/**
 * {@code GET} and {@code POST /api/recommendations}: the personal list. An answer is kept for an hour under everything it
 * depends on, the user's version and the serving state's included, so one event makes the next answer a new one (EVT-2).
 */
public final class ShowRecommendations {
    private static final Duration KEPT = Duration.ofHours(1);
    private static final int MAX_KEY_LENGTH = 600;

    private final Recommender recommender;
    private final TasteStore tastes;
    private final InstantSource clock;
    private final Metrics metrics;
    private final RecommendationJson json;

    public ShowRecommendations(
            Recommender recommender, TasteStore tastes, InstantSource clock, Metrics metrics, RecommendationJson json) {
        this.recommender = recommender;
        this.tastes = tastes;
        this.clock = clock;
        this.metrics = metrics;
        this.json = json;
    }

    /** The list that the query asks for. */
    public Answer get(Call call) {
        UserId user = call.user();
        String key = "recommendations|" + user + "|" + tastes.version(user) + "|"
                + recommender.state().get().version() + "|" + call.calledPath() + "?" + call.queryString();
        if (key.length() > MAX_KEY_LENGTH) {
            return answer(key, list(AskReader.fromQuery(call)));
        }
        Optional<byte[]> kept = recommender.cache().get(key);
        metrics.cacheRequest(kept.isPresent() ? "hit" : "miss");
        if (kept.isPresent()) {
            return answer(key, kept.get());
        }
        byte[] list = list(AskReader.fromQuery(call));
        recommender.cache().put(key, list, KEPT);
        return answer(key, list);
    }

    /** The list that the body asks for. */
    public Answer post(Call call) {
        return Answer.bytes(200, Answer.JSON, list(AskReader.fromBody(call))).cached(Caching.PERSONAL);
    }

    private byte[] list(Ask ask) {
        Recommendations list = recommender.titles().recommend(ask);
        metrics.recommendationsServed(list.stage().word(), list.degraded());
        List<TitleId> titles =
                list.titles().stream().map(Recommendation::title).map(Title::id).toList();
        recommender
                .served()
                .record(ask.user(), new ServedList(clock.instant(), list.profile(), list.modelVersion(), titles));
        return json.list(list);
    }

    private static Answer answer(String key, byte[] list) {
        return Answer.bytes(200, Answer.JSON, list).cached(Caching.PERSONAL, EntityTag.of(key, Arrays.hashCode(list)));
    }
}
