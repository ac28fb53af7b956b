package movierec.learning.evaluate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import movierec.learning.split.Protocol;

/**
 * The whole report of an evaluation.
 *
 * @param users users with enough positives, training and held out together
 * @param items items they have
 * @param interactions positives they have
 * @param testUsers users the metrics are means over
 */
public record EvaluationResult(
        String dataset,
        Protocol protocol,
        int users,
        int items,
        long interactions,
        int testUsers,
        long seed,
        List<ModelResult> models) {
    public EvaluationResult {
        models = List.copyOf(models);
    }

    /**
     * What one model reached.
     *
     * @param metrics mean over the test users by metric name, in the order of reports; {@code coverage} is over all users
     * @param ci95 95 % confidence interval of each mean
     */
    public record ModelResult(
            String name,
            Map<String, Double> metrics,
            Map<String, Interval> ci95,
            double trainSeconds,
            Map<String, Double> hyperparameters) {
        public ModelResult {
            metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
            ci95 = Collections.unmodifiableMap(new LinkedHashMap<>(ci95));
            hyperparameters = Map.copyOf(hyperparameters);
        }

        /** One of the metrics, which must be among them. */
        public double metric(String metric) {
            Double value = metrics.get(metric);
            if (value == null) {
                throw new IllegalArgumentException("No metric " + metric + "; there are " + metrics.keySet());
            }
            return value;
        }
    }

    /** From low to high. */
    public record Interval(double low, double high) {}
}
