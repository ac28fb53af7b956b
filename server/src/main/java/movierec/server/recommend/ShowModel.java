package movierec.server.recommend;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import movierec.model.CollaborativeModel;
import movierec.model.ModelInfo;
import movierec.recommend.ServingState;
import movierec.server.http.Answer;
import movierec.server.http.Caching;
import movierec.server.http.Call;
import movierec.server.http.Endpoint;

/** {@code GET /api/model}: which model serves, and whose ratings it was trained on; version {@code none} while there is none. */
public final class ShowModel implements Endpoint {
    private static final ModelInfo NONE =
            new ModelInfo("none", "none", Instant.EPOCH, List.of(), false, 0, 0, 0, Map.of(), Map.of());

    private final Supplier<ServingState> states;

    public ShowModel(Supplier<ServingState> states) {
        this.states = states;
    }

    @Override
    public Answer answer(Call call) {
        ModelInfo info = states.get().model().map(CollaborativeModel::info).orElse(NONE);
        return Answer.ok(info).cached(Caching.DOCUMENT);
    }
}
