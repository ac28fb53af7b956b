package movierec.server.recommend;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import movierec.app.Recommender;
import movierec.recommend.GroupPass;
import movierec.server.http.Answer;
import movierec.server.http.Call;
import movierec.server.http.Endpoint;

/** {@code POST /api/user/group-pass}: leave for others to count the user in when a group picks a title. */
public final class IssueGroupPass implements Endpoint {
    private final Recommender recommender;
    private final InstantSource clock;

    public IssueGroupPass(Recommender recommender, InstantSource clock) {
        this.recommender = recommender;
        this.clock = clock;
    }

    @Override
    public Answer answer(Call call) {
        Instant now = clock.instant();
        String pass = recommender.groupPass().issue(call.user(), now);
        return Answer.created(Map.of("pass", pass, "expiresAt", now.plus(GroupPass.LIFETIME)));
    }
}
