package movierec.faketmdb.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import movierec.faketmdb.openapi.Shape.Type;

/**
 * Checks requests and answers against TMDB's OpenAPI document. It is looser than the document in these points, because the
 * document is wrong or silent there:
 *
 * <ul>
 *   <li>{@code page} is allowed on trending lists: it is not in the document and works.
 *   <li>{@code api_key} is allowed everywhere: the document knows the header only.
 *   <li>null is allowed everywhere: the document marks nothing as nullable, and real bodies are full of null.
 *   <li>Keys, and numbers with a fraction in place of whole ones, are allowed where the document's own example or a recorded body
 *       has them at the same place: the document was derived from one answer each, and knows no person in a mixed list, no shows
 *       among found titles, and whole votes only.
 *   <li>Objects keyed by country may name any country.
 * </ul>
 */
public final class OpenApiCheck {
    private static final int MAX_APPENDS = 20;
    private static final String APPEND = "append_to_response";

    private final Operations operations;
    private final Recordings recordings;
    private final Map<String, Shape> seen = new HashMap<>();

    private OpenApiCheck(JsonNode document, Recordings recordings) {
        this.operations = new Operations(document);
        this.recordings = recordings;
    }

    /**
     * @param data folder with {@code openapi/tmdb-api.json} and the recorded bodies
     * @throws java.io.UncheckedIOException when it lacks the document
     */
    public static OpenApiCheck of(Path data) {
        return new OpenApiCheck(
                Recordings.read(data.resolve("openapi").resolve("tmdb-api.json")),
                new Recordings(data.resolve("c-eg_themoviedbapi")));
    }

    /**
     * What is wrong with a request; nothing when it is as documented.
     *
     * @param path from {@code /3/} on
     * @param query decoded parameters
     */
    public List<String> request(String path, Map<String, String> query) {
        Optional<String> template = operations.template(path);
        if (template.isEmpty()) {
            return List.of("no such path: " + path);
        }
        List<String> problems = new ArrayList<>();
        Map<String, JsonNode> parameters = operations.parameters(template.get());
        query.forEach((name, value) -> {
            JsonNode parameter = parameters.get(name);
            if (parameter != null && parameter.path("in").asText().equals("query")) {
                value(parameter, value).ifPresent(problems::add);
            } else if (!isTolerated(template.get(), name)) {
                problems.add(template.get() + " has no parameter " + name);
            }
        });
        parameters.values().stream()
                .filter(parameter -> parameter.path("required").asBoolean()
                        && parameter.path("in").asText().equals("query")
                        && !query.containsKey(parameter.path("name").asText()))
                .forEach(parameter -> problems.add(
                        "missing parameter " + parameter.path("name").asText()));
        Operations.variables(template.get(), path).forEach((name, value) -> Optional.ofNullable(parameters.get(name))
                .flatMap(parameter -> value(parameter, value))
                .ifPresent(problems::add));
        problems.addAll(appended(template.get(), appends(query)));
        return problems;
    }

    private static boolean isTolerated(String template, String parameter) {
        return parameter.equals("api_key") || (parameter.equals("page") && template.startsWith("/3/trending/"));
    }

    private List<String> appended(String template, Collection<String> parts) {
        List<String> problems = new ArrayList<>();
        if (parts.size() > MAX_APPENDS) {
            problems.add(parts.size() + " appended parts");
        }
        parts.stream()
                .filter(part -> !operations.has(template + "/" + part))
                .forEach(part -> problems.add(template + " has no part " + part));
        return problems;
    }

    private static Optional<String> value(JsonNode parameter, String value) {
        JsonNode schema = parameter.path("schema");
        Set<String> words = StreamSupport.stream(schema.path("enum").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
        boolean fits = words.isEmpty() || words.contains(value);
        fits &= switch (schema.path("type").asText()) {
            case "integer" -> value.matches("-?[0-9]+");
            case "number" -> value.matches("-?[0-9]+([.][0-9]+)?");
            case "boolean" -> value.equals("true") || value.equals("false");
            default -> !value.isEmpty();
        };
        return fits
                ? Optional.empty()
                : Optional.of("parameter " + parameter.path("name").asText() + " cannot be \"" + value + "\"");
    }

    /**
     * What is wrong with the body of an answer with status 200.
     *
     * @param query of the request, which says what was appended
     */
    public List<String> answer(String path, Map<String, String> query, JsonNode body) {
        Optional<String> template = operations.template(path);
        if (template.isEmpty()) {
            return List.of("no such path: " + path);
        }
        List<String> problems = new ArrayList<>();
        Map<String, JsonNode> own = body.properties().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, HashMap::new));
        for (String part : appends(query)) {
            JsonNode appended = own.remove(part);
            if (appended != null && operations.has(template.get() + "/" + part)) {
                check(
                        appended,
                        documented(template.get() + "/" + part),
                        seen(template.get() + "/" + part),
                        part,
                        problems);
            }
        }
        if (!body.isObject()) {
            return List.of("the body is no object");
        }
        checkProperties(own, documented(template.get()), seen(template.get()), "", problems);
        return problems;
    }

    private static Set<String> appends(Map<String, String> query) {
        return Arrays.stream(query.getOrDefault(APPEND, "").split(","))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void check(JsonNode value, Shape documented, Shape seen, String at, List<String> problems) {
        Optional<Type> type = Type.of(value);
        if (type.isEmpty()) {
            return;
        }
        Set<Type> allowed = documented.or(seen).types();
        boolean wholeForFraction = type.get() == Type.INTEGER && allowed.contains(Type.NUMBER);
        if (!allowed.isEmpty() && !allowed.contains(type.get()) && !wholeForFraction) {
            problems.add(at + " is " + type.get() + ", not one of " + allowed);
            return;
        }
        if (value.isObject()) {
            checkProperties(
                    value.properties().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                    documented,
                    seen,
                    at,
                    problems);
        }
        if (value.isArray()) {
            for (JsonNode item : value) {
                check(
                        item,
                        documented.items().orElse(Shape.UNKNOWN),
                        seen.items().orElse(Shape.UNKNOWN),
                        at + "[]",
                        problems);
            }
        }
    }

    private static void checkProperties(
            Map<String, JsonNode> properties, Shape documented, Shape seen, String at, List<String> problems) {
        properties.forEach((name, value) -> {
            Optional<Shape> told = documented.property(name);
            Optional<Shape> shown = seen.property(name);
            if (told.isEmpty() && shown.isEmpty()) {
                problems.add(at + "/" + name + " is not known");
            } else {
                check(value, told.orElse(Shape.UNKNOWN), shown.orElse(Shape.UNKNOWN), at + "/" + name, problems);
            }
        });
    }

    private Shape documented(String template) {
        return Shape.ofSchema(operations.content(template).path("schema"));
    }

    /** What examples and recorded bodies of that path show. */
    private synchronized Shape seen(String template) {
        return seen.computeIfAbsent(template, key -> {
            Shape shape = Shape.UNKNOWN;
            for (JsonNode example : operations.content(template).path("examples")) {
                shape = shape.or(Shape.ofExample(example.path("value")));
            }
            for (JsonNode body : recordings.bodies(template)) {
                shape = shape.or(Shape.ofExample(body));
            }
            return shape;
        });
    }
}
