package movierec.server.docs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import movierec.server.http.Answer;
import movierec.server.http.Caching;
import movierec.server.http.Call;
import movierec.server.http.EntityTag;
import movierec.server.json.Json;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The API's description: the document written by hand in {@code openapi.yaml}, with its aliases spelled out and without
 * what is only planned. Read at the first request for it, since reading YAML takes longer than starting the server.
 */
public final class OpenApi {
    private static final String RESOURCE = "/movierec/openapi.yaml";
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    /** Holds the finished document; the class is loaded when it is first asked for. */
    private static final class Served {
        static final ObjectNode TREE = document(false);
        static final byte[] JSON = Json.bytes(TREE);
        static final byte[] YAML = yaml(TREE);
        static final String ENTITY_TAG = EntityTag.of(new String(JSON, StandardCharsets.UTF_8));

        private static byte[] yaml(ObjectNode tree) {
            try {
                return YAMLMapper.builder()
                        .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                        .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                        .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                        .build()
                        .writeValueAsBytes(tree);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("What was read as YAML can be written as YAML", e);
            }
        }
    }

    private OpenApi() {}

    /** {@code /openapi.json} */
    public static Answer json(Call call) {
        return Answer.bytes(200, Answer.JSON, Served.JSON).cached(Caching.DOCUMENT, Served.ENTITY_TAG);
    }

    /** {@code /openapi.yaml} */
    public static Answer yaml(Call call) {
        return Answer.bytes(200, "application/yaml", Served.YAML).cached(Caching.DOCUMENT, Served.ENTITY_TAG);
    }

    /** The document with every alias as a path of its own. */
    static ObjectNode document(boolean withPlanned) {
        ObjectNode document = source();
        ObjectNode paths = (ObjectNode) document.get("paths");
        List<String> names = new ArrayList<>();
        paths.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            ObjectNode item = (ObjectNode) paths.get(name);
            JsonNode aliases = item.remove("x-aliases");
            METHODS.stream().filter(item::has).forEach(method -> settle(item, method, withPlanned));
            if (item.isEmpty()) {
                paths.remove(name);
            } else if (aliases instanceof ArrayNode list) {
                list.forEach(alias -> paths.set(alias.asText(), deprecated(item, alias.asText())));
            }
        }
        return document;
    }

    private static void settle(ObjectNode item, String method, boolean withPlanned) {
        JsonNode planned = ((ObjectNode) item.get(method)).remove("x-planned");
        if (planned != null && planned.asBoolean() && !withPlanned) {
            item.remove(method);
        }
    }

    private static ObjectNode deprecated(ObjectNode item, String alias) {
        ObjectNode copy = item.deepCopy();
        for (String method : METHODS) {
            if (copy.get(method) instanceof ObjectNode operation) {
                operation.put("deprecated", true);
                String suffix = alias.replaceAll("[^A-Za-z]+", "_").replaceAll("_$", "");
                operation.put("operationId", operation.path("operationId").asText() + suffix);
            }
        }
        return copy;
    }

    private static ObjectNode source() {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(1000);
        try (InputStream in = Objects.requireNonNull(OpenApi.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            Map<String, Object> loaded = new Yaml(new SafeConstructor(options)).load(in);
            return (ObjectNode) Json.tree(loaded);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
