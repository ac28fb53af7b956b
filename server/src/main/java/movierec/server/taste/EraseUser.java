package movierec.server.taste;

import java.time.InstantSource;
import java.util.Map;
import movierec.identity.IdentityProvider;
import movierec.identity.UserId;
import movierec.server.http.Answer;
import movierec.server.http.Call;
import movierec.server.http.Endpoint;
import movierec.taste.ServedRecorder;
import movierec.taste.UserData;

/** {@code DELETE /api/user}: erases everything about the user at once, the account included (USER-1). */
public final class EraseUser implements Endpoint {
    private final UserData userData;
    private final ServedRecorder served;
    private final IdentityProvider identity;
    private final InstantSource clock;

    public EraseUser(UserData userData, ServedRecorder served, IdentityProvider identity, InstantSource clock) {
        this.served = served;
        this.userData = userData;
        this.identity = identity;
        this.clock = clock;
    }

    @Override
    public Answer answer(Call call) {
        UserId user = call.user();
        served.forget(user);
        Map<String, Integer> rows = userData.erase(user);
        identity.forget(user);
        return Answer.ok(Map.of("erasedAt", clock.instant(), "rows", rows));
    }
}
