package movierec.server.recommend;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import movierec.app.Recommender;
import movierec.recommend.Ask;
import movierec.recommend.MediaFilter;
import movierec.recommend.RecommendForGroup.Member;
import movierec.recommend.RecommendForGroup.Rule;
import movierec.server.http.Answer;
import movierec.server.http.Caching;
import movierec.server.http.Call;
import movierec.server.http.Endpoint;
import movierec.server.json.Body;
import movierec.taste.TasteStore;

/**
 * {@code POST /api/recommendations/group}: one list for the caller and up to 19 others. Another user takes part by a pass of
 * theirs ({@code POST /api/user/group-pass}), anybody else by naming titles they love.
 */
public final class RecommendToGroup implements Endpoint {
    private static final int MAX_MEMBERS = 19;
    private static final List<String> RULES = List.of("average", "least_misery", "veto");

    private final Recommender recommender;
    private final TasteStore tastes;
    private final InstantSource clock;
    private final RecommendationJson json;

    public RecommendToGroup(Recommender recommender, TasteStore tastes, InstantSource clock, RecommendationJson json) {
        this.recommender = recommender;
        this.tastes = tastes;
        this.clock = clock;
        this.json = json;
    }

    @Override
    public Answer answer(Call call) {
        Instant now = clock.instant();
        Body body = call.body();
        Rule rule = Rule.valueOf(AskReader.word(body, "rule", RULES, "average").toUpperCase(Locale.ROOT));
        MediaFilter mediaType = AskReader.mediaType(body);
        int limit = body.integer("limit", 1, Ask.MAX_LIMIT, AskReader.DEFAULT_LIMIT);
        List<Body> others = body.objects("members", MAX_MEMBERS);
        boolean includeMe = body.flag("includeMe", true);
        List<Member> members = new ArrayList<>();
        for (Body other : others) {
            members.add(member(other, now));
        }
        if (includeMe) {
            members.add(Member.of(tastes.load(call.user(), now)));
        }
        if (members.isEmpty()) {
            body.fault("members", "must not be empty when you are not included");
        }
        call.check();
        return Answer.bytes(200, Answer.JSON, json.list(recommender.group().recommend(members, rule, mediaType, limit)))
                .cached(Caching.PERSONAL);
    }

    private Member member(Body other, Instant now) {
        if (other.has("pass")) {
            String pass = other.text("pass", 400);
            return Member.of(tastes.load(recommender.groupPass().read(pass, now), now));
        }
        return Member.naming(Lists.titles(other, "titles"), RecommendToSession.preferences(other), now);
    }
}
