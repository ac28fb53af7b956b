package movierec.server.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import movierec.server.http.Route;
import movierec.server.json.Json;

/** The API's description as a judge of answers. */
public final class OpenApiContract {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final ObjectNode document;
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private OpenApiContract(ObjectNode document) {
        this.document = document;
    }

    /** What is served, and so what must be true. */
    public static OpenApiContract served() {
        return new OpenApiContract(OpenApi.document(false));
    }

    /** With the operations that no route answers yet. */
    public static OpenApiContract withPlanned() {
        return new OpenApiContract(OpenApi.document(true));
    }

    /** Fails unless the answer is one that the description promises for this route. */
    public void check(String method, String template, HttpResponse<String> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        check(method, template, answer.statusCode(), type, answer.body());
    }

    /**
     * Fails unless the answer is one that the description promises for this route.
     *
     * @param template such as {@code /api/titles/{id}}
     */
    public void check(String method, String template, int status, String contentType, String body) {
        String what = method + " " + template + " -> " + status;
        JsonNode operation = operation(method, template);
        assertThat(operation.isMissingNode()).as(what + " is not described").isFalse();
        JsonNode responses = operation.path("responses");
        JsonNode response = responses.has(Integer.toString(status))
                ? responses.path(Integer.toString(status))
                : status >= 400 ? responses.path("default") : responses.path("none");
        assertThat(response.isMissingNode()).as(what + " is not described").isFalse();
        JsonNode content = resolve(response).path("content");
        if (content.isMissingNode()) {
            assertThat(body).as(what + " has no body").isEmpty();
            return;
        }
        String bare = contentType.split(";", 2)[0].strip();
        assertThat(content.has(bare))
                .as(what + " as " + bare + " is not described")
                .isTrue();
        List<Error> errors = validate(content.path(bare).path("schema"), value(bare, body));
        assertThat(errors).as(what + ": " + body).isEmpty();
    }

    private static JsonNode value(String type, String body) {
        return type.endsWith("json") ? Json.read(body.getBytes(StandardCharsets.UTF_8)) : TextNode.valueOf(body);
    }

    /** What a value breaks of a schema of the document. */
    List<Error> validate(JsonNode schema, JsonNode value) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", document.get("components"));
        return schemas.getSchema(whole).validate(value);
    }

    /** Follows a reference into the document's components. */
    JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    private JsonNode operation(String method, String template) {
        return document.path("paths").path(template).path(method.toLowerCase(Locale.ROOT));
    }

    /** Every described operation, such as {@code GET /api/titles/{id}}. */
    public Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(entry -> METHODS.contains(entry.getKey()))
                .forEach(entry -> operations.add(entry.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return operations;
    }

    /** The parameters of an operation, references followed. */
    public List<JsonNode> parameters(String method, String template) {
        List<JsonNode> parameters = new ArrayList<>();
        operation(method, template).path("parameters").forEach(one -> parameters.add(resolve(one)));
        return parameters;
    }

    /** The example bodies of an operation, by media type. */
    public List<Map.Entry<String, JsonNode>> bodies(String method, String template) {
        List<Map.Entry<String, JsonNode>> bodies = new ArrayList<>();
        JsonNode content = operation(method, template).path("requestBody").path("content");
        content.properties().forEach(entry -> examples(entry.getValue())
                .forEach(example -> bodies.add(Map.entry(entry.getKey(), example))));
        return bodies;
    }

    /** The examples of a body's description. */
    static List<JsonNode> examples(JsonNode body) {
        List<JsonNode> examples = new ArrayList<>();
        body.path("examples").forEach(example -> examples.add(example.path("value")));
        if (body.has("example")) {
            examples.add(body.path("example"));
        }
        return examples;
    }

    /** Whether the description asks for credentials. */
    public boolean needsSignIn(String operation) {
        JsonNode own = described(operation).path("security");
        JsonNode security = own.isMissingNode() ? document.path("security") : own;
        for (JsonNode way : security) {
            if (way.isEmpty()) {
                return false;
            }
        }
        return !security.isEmpty();
    }

    /** The description of an operation as named by {@link #operations}. */
    JsonNode described(String operation) {
        String[] parts = operation.split(" ", 2);
        return operation(parts[0], parts[1]);
    }

    /** Every operation of a route table, in the same form. */
    public static Set<String> operations(List<Route> routes) {
        Set<String> operations = new TreeSet<>();
        routes.forEach(route -> Stream.of(route.paths().toArray(String[]::new))
                .forEach(path -> operations.add(route.method() + " " + path)));
        return operations;
    }
}
