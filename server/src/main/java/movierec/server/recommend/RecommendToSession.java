package movierec.server.recommend;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import movierec.app.Recommender;
import movierec.recommend.Ask;
import movierec.recommend.MediaFilter;
import movierec.server.http.Answer;
import movierec.server.http.Call;
import movierec.server.http.Endpoint;
import movierec.server.json.Body;
import movierec.server.taste.PreferencesJson;
import movierec.taste.Preferences;
import movierec.title.TitleId;

/** {@code POST /api/recommendations/session}: a list for anybody, from the titles they name. Nothing is kept. */
public final class RecommendToSession implements Endpoint {
    private final Recommender recommender;
    private final RecommendationJson json;

    public RecommendToSession(Recommender recommender, RecommendationJson json) {
        this.recommender = recommender;
        this.json = json;
    }

    @Override
    public Answer answer(Call call) {
        Body body = call.body();
        List<TitleId> titles = Lists.titles(body, "titles");
        Set<TitleId> exclude = new HashSet<>(Lists.titles(body, "exclude"));
        Preferences preferences = preferences(body);
        MediaFilter mediaType = AskReader.mediaType(body);
        int limit = body.integer("limit", 1, Ask.MAX_LIMIT, AskReader.DEFAULT_LIMIT);
        call.check();
        return Answer.bytes(
                200,
                Answer.JSON,
                json.list(recommender.session().recommend(titles, exclude, preferences, mediaType, limit)));
    }

    /** The default preferences with what the body says instead. */
    static Preferences preferences(Body body) {
        return body.node("preferences")
                .filter(ObjectNode.class::isInstance)
                .map(changes -> PreferencesJson.merge(Preferences.DEFAULTS, (ObjectNode) changes))
                .orElse(Preferences.DEFAULTS);
    }
}
