package movierec.learning.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import movierec.learning.evaluate.EvaluationResult.Interval;
import movierec.learning.evaluate.EvaluationResult.ModelResult;
import movierec.learning.metric.Estimate;
import movierec.learning.metric.RepeatedSample;

/** What was said of one model so far, split by split. Not thread-safe. */
final class Tally {
    private final String name;
    private final Map<String, RepeatedSample> samples = new LinkedHashMap<>();
    private final List<Double> coverages = new ArrayList<>();
    private final List<Double> trainSeconds = new ArrayList<>();
    private Map<String, Double> hyperparameters = Map.of();

    Tally(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /** @param settings hyper-parameters; those of the last split are reported */
    void add(int[] userIndexes, Judge.Verdict verdict, double seconds, Map<String, Double> settings) {
        for (String metric : verdict.estimates().keySet()) {
            samples.computeIfAbsent(metric, m -> new RepeatedSample()).add(userIndexes, verdict.values(metric));
        }
        coverages.add(verdict.coverage());
        trainSeconds.add(seconds);
        hyperparameters = settings;
    }

    RepeatedSample sample(String metric) {
        RepeatedSample sample = samples.get(metric);
        if (sample == null) {
            throw new IllegalArgumentException("No metric " + metric + "; there are " + samples.keySet());
        }
        return sample;
    }

    ModelResult result() {
        Map<String, Double> metrics = new LinkedHashMap<>();
        Map<String, Interval> intervals = new LinkedHashMap<>();
        samples.forEach((metric, sample) -> {
            Estimate estimate = sample.estimate();
            metrics.put(metric, estimate.mean());
            intervals.put(metric, new Interval(estimate.low(), estimate.high()));
        });
        metrics.put(Judge.COVERAGE, mean(coverages));
        return new ModelResult(name, metrics, intervals, mean(trainSeconds), hyperparameters);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }
}
