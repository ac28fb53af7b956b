package movierec.server.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The description says what is true, for what is there and for what is planned (PLAT-5). */
final class OpenApiTest {
    private final OpenApiContract contract = OpenApiContract.withPlanned();

    @Test
    void everyOperationHasATagAndAUniqueName() {
        Set<String> names = new HashSet<>();
        for (String operation : contract.operations()) {
            JsonNode described = contract.described(operation);
            assertThat(described.path("tags")).as(operation).hasSize(1);
            assertThat(described.path("summary").asText()).as(operation).isNotBlank();
            assertThat(names.add(described.path("operationId").asText()))
                    .as("operationId of " + operation)
                    .isTrue();
        }
    }

    @Test
    void everyPathParameterIsDescribed() {
        for (String operation : contract.operations()) {
            List<String> described = new ArrayList<>();
            contract.described(operation).path("parameters").forEach(parameter -> {
                JsonNode resolved = contract.resolve(parameter);
                if (resolved.path("in").asText().equals("path")) {
                    described.add("{" + resolved.path("name").asText() + "}");
                }
            });
            List<String> inPath = Pattern.compile("\\{\\w+}")
                    .matcher(operation)
                    .results()
                    .map(MatchResult::group)
                    .toList();
            assertThat(described).as(operation).isEqualTo(inPath);
        }
    }

    @Test
    void everyBodyHasAnExampleThatItsSchemaAccepts() {
        int examples = 0;
        for (String operation : contract.operations()) {
            JsonNode described = contract.described(operation);
            List<JsonNode> contents = new ArrayList<>();
            contents.add(contract.resolve(described.path("requestBody")).path("content"));
            described
                    .path("responses")
                    .forEach(response -> contents.add(contract.resolve(response).path("content")));
            for (JsonNode content : contents) {
                for (JsonNode body : content) {
                    List<JsonNode> values = OpenApiContract.examples(body);
                    assertThat(values).as("examples of " + operation).isNotEmpty();
                    for (JsonNode value : values) {
                        assertThat(contract.validate(body.path("schema"), value))
                                .as(operation + ": " + value)
                                .isEmpty();
                        examples++;
                    }
                }
            }
        }
        assertThat(examples).isGreaterThan(200);
    }

    @Test
    void aliasesAreDeprecatedTwins() {
        JsonNode alias = contract.described("POST /signin");
        JsonNode twin = contract.described("POST /api/auth/signin");

        assertThat(alias.path("deprecated").asBoolean()).isTrue();
        assertThat(twin.path("deprecated").asBoolean()).isFalse();
        assertThat(alias.path("responses")).isEqualTo(twin.path("responses"));
        assertThat(contract.operations())
                .contains("DELETE /favorites/{id}", "GET /media-recommendations", "POST /refresh-token");
    }

    @Test
    void carriesTheNoticeOfTmdb() {
        JsonNode description = OpenApi.document(false).at("/info/description");

        assertThat(description.asText()).contains(ShowAbout.TMDB_NOTICE);
    }

    @Test
    void aWrongAnswerBreaksTheContract() {
        OpenApiContract served = OpenApiContract.served();
        served.check(
                "GET", "/api/version", 200, "application/json", "{\"name\":\"a\",\"version\":\"b\",\"commit\":\"c\"}");

        for (Runnable wrong : List.<Runnable>of(
                () -> served.check("GET", "/api/version", 200, "application/json", "{\"name\":\"a\"}"),
                () -> served.check("GET", "/api/version", 200, "text/plain", "a"),
                () -> served.check("GET", "/api/version", 204, "", ""),
                () -> served.check("GET", "/api/nothing", 200, "application/json", "{}"),
                () -> served.check("GET", "/api/version", 404, "application/problem+json", "{\"detail\":1}"))) {
            assertThat(fails(wrong)).isTrue();
        }
    }

    private static boolean fails(Runnable check) {
        try {
            check.run();
            return false;
        } catch (AssertionError e) {
            return true;
        }
    }
}
