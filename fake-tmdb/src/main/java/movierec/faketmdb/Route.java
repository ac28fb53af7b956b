package movierec.faketmdb;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A path that is served.
 *
 * @param template as TMDB's OpenAPI document writes it, such as {@code /3/movie/{movie_id}}
 */
record Route(String template, Function<Request, Answer> handler) {
    /** The variables of the path when it fits; one that ends in {@code _id} is told as {@code id} too. */
    Optional<Map<String, String>> match(String path) {
        String[] wanted = template.split("/");
        String[] given = path.split("/");
        if (wanted.length != given.length) {
            return Optional.empty();
        }
        Map<String, String> variables = new LinkedHashMap<>();
        for (int part = 0; part < wanted.length; part++) {
            if (wanted[part].startsWith("{")) {
                String name = wanted[part].substring(1, wanted[part].length() - 1);
                variables.put(name, given[part]);
                variables.put(name.endsWith("_id") ? "id" : name, given[part]);
            } else if (!wanted[part].equals(given[part])) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }
}
