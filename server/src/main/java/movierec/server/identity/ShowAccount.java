package movierec.server.identity;

import movierec.failure.Refusal;
import movierec.identity.Accounts;
import movierec.identity.Role;
import movierec.server.http.Answer;
import movierec.server.http.Caching;
import movierec.server.http.Call;
import movierec.server.http.Caller;
import movierec.server.http.Endpoint;

/** {@code GET /api/user}: who the signed-in user is. */
public final class ShowAccount implements Endpoint {
    private final Accounts accounts;

    public ShowAccount(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Answer answer(Call call) {
        if (!(call.caller() instanceof Caller.User user)) {
            throw new Refusal.Unauthenticated("Not authenticated");
        }
        Role role = user.admin() ? Role.ADMIN : Role.USER;
        return Answer.ok(AccountJson.of(accounts.profile(user.id()), role)).cached(Caching.PERSONAL);
    }
}
