package movierec.learning.train;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import movierec.model.ModelInfo;

/** What is known of a model, as the properties of its snapshot. */
final class ModelProperties {
    private static final String TRAINED_ON = "trained-on.";
    private static final String METRIC = "metric.";
    private static final String HYPERPARAMETER = "hyperparameter.";

    private ModelProperties() {}

    static Map<String, String> of(ModelInfo info) {
        Map<String, String> properties = new HashMap<>();
        properties.put("version", info.version());
        properties.put("algorithm", info.algorithm());
        properties.put("trained-at", info.trainedAt().toString());
        properties.put("simulated", String.valueOf(info.simulated()));
        properties.put("users", String.valueOf(info.users()));
        properties.put("items", String.valueOf(info.items()));
        properties.put("interactions", String.valueOf(info.interactions()));
        for (int n = 0; n < info.trainedOn().size(); n++) {
            properties.put(TRAINED_ON + n, info.trainedOn().get(n).replace('\n', ' '));
        }
        info.metrics().forEach((name, value) -> properties.put(METRIC + name, value.toString()));
        info.hyperparameters().forEach((name, value) -> properties.put(HYPERPARAMETER + name, value.toString()));
        return properties;
    }

    static ModelInfo info(Map<String, String> properties) {
        return new ModelInfo(
                text(properties, "version"),
                text(properties, "algorithm"),
                Instant.parse(text(properties, "trained-at")),
                trainedOn(properties),
                Boolean.parseBoolean(text(properties, "simulated")),
                Integer.parseInt(text(properties, "users")),
                Integer.parseInt(text(properties, "items")),
                Long.parseLong(text(properties, "interactions")),
                numbers(properties, METRIC),
                numbers(properties, HYPERPARAMETER));
    }

    private static String text(Map<String, String> properties, String key) {
        String value = properties.get(key);
        if (value == null) {
            throw new IllegalArgumentException("a snapshot without the property " + key);
        }
        return value;
    }

    private static List<String> trainedOn(Map<String, String> properties) {
        List<String> names = new ArrayList<>();
        for (int n = 0; properties.containsKey(TRAINED_ON + n); n++) {
            names.add(text(properties, TRAINED_ON + n));
        }
        return names;
    }

    private static Map<String, Double> numbers(Map<String, String> properties, String prefix) {
        Map<String, Double> numbers = new HashMap<>();
        properties.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                numbers.put(key.substring(prefix.length()), Double.valueOf(value));
            }
        });
        return numbers;
    }
}
