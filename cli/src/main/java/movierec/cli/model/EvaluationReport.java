package movierec.cli.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import movierec.learning.evaluate.EvaluationResult;
import movierec.learning.evaluate.EvaluationResult.Comparison;
import movierec.learning.evaluate.EvaluationResult.ModelResult;
import movierec.learning.evaluate.Plan.Skipped;

/** An evaluation as JSON, whose names other tools rely on. */
final class EvaluationReport {
    private EvaluationReport() {}

    static Map<String, Object> asMap(EvaluationResult result) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("dataset", result.plan().dataset());
        map.put("protocol", result.plan().protocol().word());
        map.put("users", result.users());
        map.put("items", result.items());
        map.put("interactions", result.interactions());
        map.put("testUsers", result.testUsers());
        map.put("historyPopularity", result.historyPopularity());
        map.put("seed", result.plan().seed());
        map.put("splits", result.plan().splits());
        map.put(
                "models",
                result.models().stream().map(model -> asMap(model, result)).toList());
        if (!result.plan().skipped().isEmpty()) {
            map.put(
                    "skipped",
                    result.plan().skipped().stream()
                            .map(EvaluationReport::asMap)
                            .toList());
        }
        return map;
    }

    private static Map<String, Object> asMap(ModelResult model, EvaluationResult result) {
        Map<String, List<Double>> intervals = new LinkedHashMap<>();
        model.ci95().forEach((metric, interval) -> intervals.put(metric, List.of(interval.low(), interval.high())));
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", model.name());
        map.put("metrics", model.metrics());
        map.put("ci95", intervals);
        map.put("trainSeconds", model.trainSeconds());
        map.put("hyperparameters", new TreeMap<>(model.hyperparameters()));
        result.comparisonOf(model.name()).ifPresent(comparison -> map.put("vsBaseline", asMap(comparison)));
        return map;
    }

    private static Map<String, Object> asMap(Comparison comparison) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("model", comparison.other());
        map.put("metric", comparison.metric());
        map.put("difference", comparison.difference().mean());
        map.put("standardError", comparison.difference().standardError());
        return map;
    }

    private static Map<String, Object> asMap(Skipped skipped) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", skipped.name());
        map.put("reason", skipped.reason());
        return map;
    }
}
