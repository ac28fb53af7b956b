package movierec.faketmdb;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/** The fake's own paths, for demonstrations from a shell: what was asked, and what shall go wrong. */
final class Control {
    static final String PATH = "/_fake/";

    private final Script script;
    private final RequestLog log;

    Control(Script script, RequestLog log) {
        this.script = script;
        this.log = log;
    }

    Answer answer(String method, String path, Map<String, String> query) {
        return switch (method + " " + path) {
            case "GET /_fake/requests" -> Answer.json(200, requests().toString());
            case "DELETE /_fake/requests" -> {
                log.clear();
                yield Answer.json(200, "{}");
            }
            case "POST /_fake/fault" -> add(query);
            case "DELETE /_fake/fault" -> {
                script.clear();
                yield Answer.json(200, "{}");
            }
            default -> Answer.json(404, "{}");
        };
    }

    private ObjectNode requests() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("total", log.count());
        body.put("maxPerSecond", log.maxPerSecond());
        body.put("maxConcurrency", log.maxConcurrency());
        ObjectNode endpoints = body.putObject("endpoints");
        log.byEndpoint().forEach((template, counts) -> put(endpoints.putObject(template), counts));
        put(body.putObject("statuses"), log.byStatus());
        return body;
    }

    private static void put(ObjectNode body, Map<Integer, Integer> counts) {
        counts.forEach((status, count) -> body.put(String.valueOf(status), count));
    }

    private Answer add(Map<String, String> query) {
        try {
            Rule rule = FaultWords.rule(query.getOrDefault("kind", ""));
            if (query.containsKey("path")) {
                rule = rule.onPath(query.get("path"));
            }
            if (query.containsKey("times")) {
                rule = rule.times(Integer.parseInt(query.get("times")));
            }
            if (query.containsKey("share")) {
                rule = rule.share(Double.parseDouble(query.get("share")));
            }
            script.add(rule);
            return Answer.json(200, "{}");
        } catch (IllegalArgumentException wrong) {
            String why = Optional.ofNullable(wrong.getMessage()).orElse("");
            return Answer.json(
                    400, JsonNodeFactory.instance.objectNode().put("error", why).toString());
        }
    }
}
