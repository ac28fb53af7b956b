package movierec.server.recommend;

import java.util.Arrays;
import movierec.app.Recommender;
import movierec.identity.UserId;
import movierec.server.http.Answer;
import movierec.server.http.Caching;
import movierec.server.http.Call;
import movierec.server.http.Endpoint;
import movierec.server.http.EntityTag;

/** {@code GET /api/home}: the rows of the personal front page, without a title in two rows. */
public final class ShowHome implements Endpoint {
    private static final int DEFAULT_PER_ROW = 20;
    private static final int MAX_PER_ROW = 50;

    private final Recommender recommender;
    private final RecommendationJson json;

    public ShowHome(Recommender recommender, RecommendationJson json) {
        this.recommender = recommender;
        this.json = json;
    }

    @Override
    public Answer answer(Call call) {
        UserId user = call.user();
        int perRow = call.query().integer("limit", 1, MAX_PER_ROW, DEFAULT_PER_ROW);
        call.check();
        byte[] page = json.home(recommender.home().build(user, perRow));
        return Answer.bytes(200, Answer.JSON, page)
                .cached(Caching.PERSONAL, EntityTag.of("home", user, Arrays.hashCode(page)));
    }
}
