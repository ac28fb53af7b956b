package movierec.faketmdb.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What JSON may look like somewhere.
 *
 * @param types that occur; none when nothing is known
 * @param properties of objects; the name {@link #ANY_COUNTRY} stands for every country
 * @param items of arrays; none when nothing is known
 */
record Shape(Set<Type> types, Map<String, Shape> properties, Optional<Shape> items) {
    static final Shape UNKNOWN = new Shape(EnumSet.noneOf(Type.class), Map.of(), Optional.empty());
    private static final String ANY_COUNTRY = "*";
    private static final String COUNTRY = "[A-Z]{2}";

    Shape {
        types = Set.copyOf(types);
        properties = Map.copyOf(properties);
    }

    /** The types that matter here. */
    enum Type {
        OBJECT,
        ARRAY,
        STRING,
        BOOLEAN,
        INTEGER,
        NUMBER;

        static Optional<Type> of(JsonNode value) {
            return switch (value.getNodeType()) {
                case OBJECT -> Optional.of(OBJECT);
                case ARRAY -> Optional.of(ARRAY);
                case STRING -> Optional.of(STRING);
                case BOOLEAN -> Optional.of(BOOLEAN);
                case NUMBER -> Optional.of(value.isIntegralNumber() ? INTEGER : NUMBER);
                default -> Optional.empty();
            };
        }

        static Optional<Type> of(String word) {
            return Stream.of(values())
                    .filter(type -> type.name().equalsIgnoreCase(word))
                    .findFirst();
        }
    }

    /** What a JSON schema says. */
    static Shape ofSchema(JsonNode schema) {
        Set<Type> types = EnumSet.noneOf(Type.class);
        Type.of(schema.path("type").asText()).ifPresent(types::add);
        Map<String, Shape> properties = new TreeMap<>();
        schema.path("properties")
                .properties()
                .forEach(entry -> properties.put(entry.getKey(), ofSchema(entry.getValue())));
        JsonNode items = schema.path("items");
        return new Shape(types, keyed(properties), items.isObject() ? Optional.of(ofSchema(items)) : Optional.empty());
    }

    /** What a real body shows. */
    static Shape ofExample(JsonNode body) {
        Set<Type> types = EnumSet.noneOf(Type.class);
        Type.of(body).ifPresent(types::add);
        Map<String, Shape> properties = new TreeMap<>();
        body.properties().forEach(entry -> properties.put(entry.getKey(), ofExample(entry.getValue())));
        Shape items = UNKNOWN;
        if (body.isArray()) {
            for (JsonNode item : body) {
                items = items.or(ofExample(item));
            }
        }
        return new Shape(types, keyed(properties), items.equals(UNKNOWN) ? Optional.empty() : Optional.of(items));
    }

    /** Objects that are keyed by country list only the countries of their example: any other one is as good. */
    private static Map<String, Shape> keyed(Map<String, Shape> properties) {
        if (properties.isEmpty() || !properties.keySet().stream().allMatch(key -> key.matches(COUNTRY))) {
            return properties;
        }
        return Map.of(ANY_COUNTRY, properties.values().stream().reduce(UNKNOWN, Shape::or));
    }

    /** What either allows. */
    Shape or(Shape other) {
        Set<Type> both = EnumSet.noneOf(Type.class);
        both.addAll(types);
        both.addAll(other.types);
        Map<String, Shape> all = new TreeMap<>(properties);
        other.properties.forEach((key, shape) -> all.merge(key, shape, Shape::or));
        Optional<Shape> anyItems =
                items.map(shape -> shape.or(other.items.orElse(UNKNOWN))).or(other::items);
        return new Shape(both, all, anyItems);
    }

    Optional<Shape> property(String name) {
        Shape exact = properties.getOrDefault(name, UNKNOWN);
        if (properties.containsKey(name) || !name.matches(COUNTRY)) {
            return properties.containsKey(name) ? Optional.of(exact) : Optional.empty();
        }
        return Optional.ofNullable(properties.get(ANY_COUNTRY));
    }
}
