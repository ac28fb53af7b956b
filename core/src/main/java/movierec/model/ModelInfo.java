package movierec.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What is known of a model snapshot.
 *
 * @param version unique, sorts by time of training
 * @param algorithm such as {@code ease}
 * @param trainedOn the data in words people understand, such as {@code simulated audience} or {@code movielens ml-latest-small}
 * @param simulated whether nothing but the simulated audience trained it
 * @param users users in the training data
 * @param interactions positive interactions in the training data
 * @param metrics held-out metrics by name, such as {@code ndcg@100}
 * @param hyperparameters by name
 */
public record ModelInfo(
        String version,
        String algorithm,
        Instant trainedAt,
        List<String> trainedOn,
        boolean simulated,
        int users,
        int items,
        long interactions,
        Map<String, Double> metrics,
        Map<String, Double> hyperparameters) {
    /** The hyper-parameter that says what share of the blend the model's opinion has, 0 to 1; most models have none. */
    public static final String BATCH_SHARE = "blend.batch";

    public ModelInfo {
        trainedOn = List.copyOf(trainedOn);
        metrics = Map.copyOf(metrics);
        hyperparameters = Map.copyOf(hyperparameters);
    }
}
