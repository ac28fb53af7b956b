package movierec.cli.model;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import movierec.cli.shell.Table;
import movierec.learning.evaluate.Judge;
import movierec.learning.metric.RankingMetric;
import movierec.learning.train.TrainModel;
import movierec.model.ModelInfo;

/** Tells about a model snapshot, as JSON and as text. */
final class Models {
    private static final String POPULARITY = TrainModel.POPULARITY_PREFIX + TrainModel.DECIDING_METRIC;

    private Models() {}

    static Map<String, Object> asMap(ModelInfo model) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("version", model.version());
        map.put("algorithm", model.algorithm());
        map.put("trainedAt", model.trainedAt().toString());
        map.put("trainedOn", model.trainedOn());
        map.put("simulated", model.simulated());
        map.put("users", model.users());
        map.put("items", model.items());
        map.put("interactions", model.interactions());
        map.put("metrics", new TreeMap<>(model.metrics()));
        map.put("hyperparameters", new TreeMap<>(model.hyperparameters()));
        return map;
    }

    /** A metric as a cell of a table; a dash when it was not measured. */
    static Object metric(ModelInfo model, String name) {
        Double value = model.metrics().get(name);
        return value == null ? "-" : value;
    }

    static Object popularity(ModelInfo model) {
        return metric(model, POPULARITY);
    }

    static void describe(ModelInfo model, PrintWriter out) {
        out.println("Data      " + String.join(", ", model.trainedOn()));
        out.printf(
                "Size      %,d users, %,d titles, %,d interactions%n",
                model.users(), model.items(), model.interactions());
        out.println("Model     " + model.version() + " (" + model.algorithm() + ")");
        if (model.metrics().isEmpty()) {
            out.println("Too few users to hold some out, so nothing was measured.");
            return;
        }
        List<String> names = metricNames();
        out.println();
        new Table(names)
                .row(names.stream().map(name -> metric(model, name)).toList())
                .print(out);
        out.println();
        out.println("Measured on held-out users. Popularity alone has " + TrainModel.DECIDING_METRIC + " "
                + Table.text(popularity(model)) + ".");
    }

    private static List<String> metricNames() {
        List<String> names =
                new ArrayList<>(Judge.METRICS.stream().map(RankingMetric::name).toList());
        names.add(Judge.COVERAGE);
        return names;
    }
}
