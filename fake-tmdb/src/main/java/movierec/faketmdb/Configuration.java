package movierec.faketmdb;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where pictures are, and in which sizes. */
final class Configuration {
    private static final Map<String, List<String>> SIZES = sizes();
    private static final List<String> CHANGE_KEYS = List.of(
            "adult", "cast", "crew", "genres", "images", "overview", "plot_keywords", "runtime", "title", "videos");

    private Configuration() {}

    static ObjectNode json(String imageBase) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode images = body.putObject("images");
        images.put("base_url", imageBase);
        images.put("secure_base_url", imageBase);
        SIZES.forEach((name, sizes) -> sizes.forEach(images.putArray(name)::add));
        ArrayNode keys = body.putArray("change_keys");
        CHANGE_KEYS.forEach(keys::add);
        return body;
    }

    /** Whether pictures come in that size. */
    static boolean hasSize(String size) {
        return SIZES.values().stream().anyMatch(sizes -> sizes.contains(size));
    }

    private static Map<String, List<String>> sizes() {
        Map<String, List<String>> sizes = new LinkedHashMap<>();
        sizes.put("backdrop_sizes", List.of("w300", "w780", "w1280", "original"));
        sizes.put("logo_sizes", List.of("w45", "w92", "w154", "w185", "w300", "w500", "original"));
        sizes.put("poster_sizes", List.of("w92", "w154", "w185", "w342", "w500", "w780", "original"));
        sizes.put("profile_sizes", List.of("w45", "w185", "h632", "original"));
        sizes.put("still_sizes", List.of("w92", "w185", "w300", "original"));
        return sizes;
    }
}
