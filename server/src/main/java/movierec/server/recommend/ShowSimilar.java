package movierec.server.recommend;

import movierec.app.Recommender;
import movierec.recommend.MediaFilter;
import movierec.server.http.Answer;
import movierec.server.http.Caching;
import movierec.server.http.Call;
import movierec.server.http.Endpoint;
import movierec.server.http.EntityTag;
import movierec.server.json.Parameters;
import movierec.server.title.TitlePath;
import movierec.title.TitleId;

/** {@code GET /api/titles/{id}/similar}: titles like this one, by the company it keeps and by what it is. */
public final class ShowSimilar implements Endpoint {
    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 100;

    private final Recommender recommender;
    private final RecommendationJson json;

    public ShowSimilar(Recommender recommender, RecommendationJson json) {
        this.recommender = recommender;
        this.json = json;
    }

    @Override
    public Answer answer(Call call) {
        TitleId titleId = TitlePath.of(call);
        Parameters query = call.query();
        int limit = query.integer("limit", 1, MAX_LIMIT, DEFAULT_LIMIT);
        MediaFilter mediaType = AskReader.mediaType(query);
        call.check();
        String tag = EntityTag.of(
                "similar", titleId, limit, mediaType, recommender.state().get().version(), json.variant());
        byte[] similar = json.similar(recommender
                .similar()
                .of(titleId, title -> mediaType.accepts(title.id().type()), limit));
        return Answer.bytes(200, Answer.JSON, similar).cached(Caching.CATALOGUE, tag);
    }
}
