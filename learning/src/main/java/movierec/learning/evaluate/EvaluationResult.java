package movierec.learning.evaluate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import movierec.learning.metric.Estimate;

/**
 * The whole report of an evaluation.
 *
 * @param users users with enough positives, training and held out together
 * @param items items they have
 * @param interactions positives they have
 * @param testUsers different users the metrics are means over, in all splits together
 * @param historyPopularity the value of {@code popularity@20} for the test users' own histories
 * @param comparisons one per model as long as there is another one
 */
public record EvaluationResult(
        Plan plan,
        int users,
        int items,
        long interactions,
        int testUsers,
        double historyPopularity,
        List<ModelResult> models,
        List<Comparison> comparisons) {
    public EvaluationResult {
        models = List.copyOf(models);
        comparisons = List.copyOf(comparisons);
    }

    /** How a model compares, if there is anything to compare it with. */
    public Optional<Comparison> comparisonOf(String model) {
        return comparisons.stream()
                .filter(comparison -> comparison.model().equals(model))
                .findFirst();
    }

    /**
     * What one model reached.
     *
     * @param metrics mean over the test users by metric name, in the order of reports; {@code coverage} is over all users
     *     of a split
     * @param ci95 95 % confidence interval of each mean
     * @param trainSeconds mean over the splits
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

    /**
     * Two models by the same users: much surer than two means side by side, for what is hard for one model is mostly hard
     * for the other.
     *
     * @param difference mean over users of the model's value minus the other's
     */
    public record Comparison(String model, String other, String metric, Estimate difference) {}
}
