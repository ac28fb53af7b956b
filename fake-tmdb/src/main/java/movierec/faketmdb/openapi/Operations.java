package movierec.faketmdb.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What can be asked for with GET, by path template such as {@code /3/movie/{movie_id}}. */
final class Operations {
    private final JsonNode paths;

    Operations(JsonNode document) {
        this.paths = document.path("paths");
    }

    boolean has(String template) {
        return paths.path(template).has("get");
    }

    /** The template that fits a path: one with words before one with variables. */
    Optional<String> template(String path) {
        return paths.properties().stream()
                .map(Map.Entry::getKey)
                .filter(this::has)
                .filter(template -> fits(template, path))
                .min(Comparator.comparingInt(
                        template -> variables(template, path).size()));
    }

    private static boolean fits(String template, String path) {
        String[] wanted = template.split("/");
        String[] given = path.split("/");
        boolean fits = wanted.length == given.length;
        for (int part = 0; fits && part < wanted.length; part++) {
            fits = wanted[part].startsWith("{") || wanted[part].equals(given[part]);
        }
        return fits;
    }

    /** What stands in a path where its template has variables. */
    static Map<String, String> variables(String template, String path) {
        String[] wanted = template.split("/");
        String[] given = path.split("/");
        Map<String, String> variables = new HashMap<>();
        for (int part = 0; part < wanted.length; part++) {
            if (wanted[part].startsWith("{")) {
                variables.put(wanted[part].substring(1, wanted[part].length() - 1), given[part]);
            }
        }
        return variables;
    }

    /** Parameters of the path and of the query, by name. */
    Map<String, JsonNode> parameters(String template) {
        return StreamSupport.stream(operation(template).path("parameters").spliterator(), false)
                .collect(Collectors.toMap(parameter -> parameter.path("name").asText(), Function.identity()));
    }

    /** Schema and examples of the good answer. */
    JsonNode content(String template) {
        return operation(template).path("responses").path("200").path("content").path("application/json");
    }

    private JsonNode operation(String template) {
        return paths.path(template).path("get");
    }
}
