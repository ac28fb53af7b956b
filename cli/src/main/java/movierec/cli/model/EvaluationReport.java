package movierec.cli.model;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import movierec.cli.shell.Table;
import movierec.learning.evaluate.EvaluationResult;
import movierec.learning.evaluate.EvaluationResult.Interval;
import movierec.learning.evaluate.EvaluationResult.ModelResult;

/** An evaluation as JSON, whose names other tools rely on, and as a table. */
final class EvaluationReport {
    private EvaluationReport() {}

    static Map<String, Object> asMap(EvaluationResult result) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("dataset", result.dataset());
        map.put("protocol", result.protocol().word());
        map.put("users", result.users());
        map.put("items", result.items());
        map.put("interactions", result.interactions());
        map.put("testUsers", result.testUsers());
        map.put("seed", result.seed());
        map.put("models", result.models().stream().map(EvaluationReport::asMap).toList());
        return map;
    }

    private static Map<String, Object> asMap(ModelResult model) {
        Map<String, List<Double>> intervals = new LinkedHashMap<>();
        model.ci95().forEach((metric, interval) -> intervals.put(metric, List.of(interval.low(), interval.high())));
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", model.name());
        map.put("metrics", model.metrics());
        map.put("ci95", intervals);
        map.put("trainSeconds", model.trainSeconds());
        map.put("hyperparameters", new TreeMap<>(model.hyperparameters()));
        return map;
    }

    static void print(EvaluationResult result, PrintWriter out) {
        out.printf(
                "%s: %,d users, %,d titles, %,d interactions%n",
                result.dataset(), result.users(), result.items(), result.interactions());
        out.printf(
                "Protocol %s, seed %d; means over %,d test users ± 95 %%%n%n",
                result.protocol().word(), result.seed(), result.testUsers());
        List<String> metrics = List.copyOf(result.models().getFirst().metrics().keySet());
        List<String> headings = new ArrayList<>(List.of("MODEL"));
        headings.addAll(metrics);
        headings.add("TRAINED IN");
        Table table = new Table(headings);
        for (ModelResult model : result.models()) {
            List<Object> cells = new ArrayList<>(List.of(model.name()));
            metrics.forEach(metric -> cells.add(cell(model, metric)));
            cells.add(String.format(Locale.ROOT, "%.1f s", model.trainSeconds()));
            table.row(cells);
        }
        table.print(out);
    }

    private static String cell(ModelResult model, String metric) {
        double mean = model.metrics().getOrDefault(metric, 0.0);
        Interval interval = model.ci95().get(metric);
        return interval == null
                ? String.format(Locale.ROOT, "%.3f", mean)
                : String.format(Locale.ROOT, "%.3f ±%.3f", mean, (interval.high() - interval.low()) / 2);
    }
}
