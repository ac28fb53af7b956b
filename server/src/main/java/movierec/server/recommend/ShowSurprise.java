package movierec.server.recommend;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import movierec.app.Recommender;
import movierec.recommend.Ask;
import movierec.recommend.MediaFilter;
import movierec.server.http.Answer;
import movierec.server.http.Caching;
import movierec.server.http.Call;
import movierec.server.http.Endpoint;
import movierec.server.json.Parameters;

/** {@code GET /api/recommendations/surprise}: something good that the user would hardly have found. */
public final class ShowSurprise implements Endpoint {
    private final Recommender recommender;
    private final RandomGenerator random;
    private final RecommendationJson json;

    /** @param random used by many threads at once */
    public ShowSurprise(Recommender recommender, RandomGenerator random, RecommendationJson json) {
        this.recommender = recommender;
        this.random = random;
        this.json = json;
    }

    @Override
    public Answer answer(Call call) {
        Parameters query = call.query();
        MediaFilter mediaType = AskReader.mediaType(query);
        int limit = query.integer("limit", 1, Ask.MAX_LIMIT, 1);
        int seed = query.integer("seed", 0, Integer.MAX_VALUE, 0);
        call.check();
        RandomGenerator draw = seed == 0 ? random : new SplittableRandom(seed);
        return Answer.bytes(
                        200,
                        Answer.JSON,
                        json.list(recommender.surprise().surprise(call.user(), mediaType, limit, draw)))
                .cached(Caching.PERSONAL);
    }
}
