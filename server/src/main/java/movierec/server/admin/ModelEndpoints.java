package movierec.server.admin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import movierec.failure.Refusal;
import movierec.model.ModelInfo;
import movierec.model.ModelRepository;
import movierec.model.UnusableSnapshot;
import movierec.recommend.LiveServingState;
import movierec.server.http.Answer;
import movierec.server.http.Call;

/** {@code /api/admin/models}: which model snapshots there are, and which one serves (LEARN-3). */
public final class ModelEndpoints {
    private final ModelRepository models;
    private final LiveServingState state;

    /** @param state is told at once when another model is to serve */
    public ModelEndpoints(ModelRepository models, LiveServingState state) {
        this.models = models;
        this.state = state;
    }

    /** Every snapshot that is kept, newest first. */
    public Answer list(Call call) {
        return Answer.ok(json());
    }

    /** Makes a snapshot serve. */
    public Answer promote(Call call) {
        String version = call.path("version");
        List<String> kept = models.list().stream().map(ModelInfo::version).toList();
        if (!kept.contains(version)) {
            throw new Refusal.NotFound("There is no such model");
        }
        try {
            models.promote(version);
        } catch (UnusableSnapshot unusable) {
            throw new Refusal.Conflict("unusable-model", String.valueOf(unusable.getMessage()));
        }
        state.refreshModel();
        return Answer.ok(json());
    }

    /** Makes the snapshot that served before serve again. */
    public Answer rollback(Call call) {
        models.rollback();
        state.refreshModel();
        return Answer.ok(json());
    }

    private Map<String, Object> json() {
        Map<String, Object> fields = new LinkedHashMap<>();
        models.servingVersion().ifPresent(version -> fields.put("serving", version));
        fields.put("results", models.list());
        return fields;
    }
}
