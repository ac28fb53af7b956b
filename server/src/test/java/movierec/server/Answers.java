package movierec.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import movierec.server.json.Json;

/** Reads answers in tests. */
public final class Answers {
    private Answers() {}

    /** The JSON of an answer that must have this status. */
    public static JsonNode json(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return Json.read(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    /** The status, when the body is to be shown if it is wrong. */
    public static void status(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    /** The problem that an answer of this status must be. */
    public static JsonNode problem(int status, HttpResponse<String> answer) {
        JsonNode problem = json(status, answer);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(problem.path("detail").isTextual()).isTrue();
        return problem;
    }

    /** Where a problem says the mistakes are: pointers, or names of parameters. */
    public static List<String> places(JsonNode problem) {
        List<String> places = new ArrayList<>();
        problem.path("errors")
                .forEach(error -> places.add(
                        error.path("pointer").asText(error.path("name").asText())));
        return places;
    }

    /** One field of every result, in order. */
    public static List<String> each(JsonNode page, String field) {
        List<String> values = new ArrayList<>();
        page.path("results").forEach(row -> values.add(row.path(field).asText()));
        return values;
    }

    public static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
