package movierec.testkit.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import movierec.model.ModelInfo;

/** What is known of models that tests make up. */
public final class ModelInfos {
    private ModelInfos() {}

    public static ModelInfo version(String version) {
        return new ModelInfo(
                version,
                "made up",
                Instant.parse("2026-01-01T00:00:00Z"),
                List.of("checkerboard"),
                false,
                40,
                40,
                760,
                Map.of("ndcg@100", 0.5),
                Map.of());
    }
}
