package movierec.server.taste;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Supplier;
import movierec.identity.UserId;
import movierec.recommend.ServingState;
import movierec.server.http.Answer;
import movierec.server.http.Caching;
import movierec.server.http.Call;
import movierec.server.http.EntityTag;
import movierec.taste.Preferences;
import movierec.taste.StoredPreferences;
import movierec.taste.TasteStore;

/**
 * {@code /api/user/preferences}: what the user says about their taste (PREF-1). Each request is one operation of the store,
 * the check of {@code If-Match} included.
 */
public final class PreferencesEndpoints {
    private final TasteStore tastes;
    private final Supplier<ServingState> state;
    private final InstantSource clock;

    public PreferencesEndpoints(TasteStore tastes, Supplier<ServingState> state, InstantSource clock) {
        this.tastes = tastes;
        this.state = state;
        this.clock = clock;
    }

    /** What is stored, or the defaults. */
    public Answer show(Call call) {
        return answer(tastes.preferences(call.user()));
    }

    /** Replaces everything; what is left out goes back to its default. */
    public Answer replace(Call call) {
        ObjectNode sent = call.body().tree();
        call.check();
        Preferences preferences = PreferencesJson.merge(Preferences.DEFAULTS, sent);
        return store(call, stored -> preferences);
    }

    /** Changes the fields that are sent (RFC 7396). */
    public Answer change(Call call) {
        ObjectNode sent = call.body().tree();
        call.check();
        return store(call, stored -> PreferencesJson.merge(stored.preferences(), sent));
    }

    private Answer store(Call call, Function<StoredPreferences, Preferences> change) {
        UserId user = call.user();
        return answer(tastes.update(user, clock.instant(), stored -> {
            call.requireMatch(EntityTag.ofRevision(stored.revision()));
            return change.apply(stored);
        }));
    }

    private Answer answer(StoredPreferences stored) {
        return Answer.ok(PreferencesJson.write(stored, state.get().vocabularies()))
                .cached(Caching.PERSONAL, EntityTag.ofRevision(stored.revision()));
    }
}
