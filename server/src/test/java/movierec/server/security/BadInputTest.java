package movierec.server.security;

import static movierec.server.RunningServer.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import movierec.server.RunningServer;
import movierec.server.RunningServer.Person;
import movierec.server.http.Method;
import movierec.server.http.Route;
import movierec.server.json.Json;
import movierec.taste.UserData.Everything;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever is sent to whatever route: a problem of the client's, never a failure of ours, and nothing stored. */
@ExtendWith(RunningServer.Shared.class)
final class BadInputTest {
    /** Routes that do without a body. */
    private static final Set<String> BODILESS = Set.of(
            "/api/user/group-pass",
            "/api/admin/models/{version}/promote",
            "/api/admin/models/rollback",
            "/api/admin/jobs/{job}",
            "/api/admin/jobs/{job}/cancel");

    private static final List<String> INJECTIONS = List.of(
            "' OR '1'='1",
            "'; DROP TABLE events; --",
            "\" OR \"\"=\"",
            "<script>alert(1)</script>",
            "${jndi:ldap://127.0.0.1/a}",
            "../../../../etc/passwd",
            "{{7*7}}",
            "%s%n%d",
            "\u0000",
            "\uD83D\uDE00".repeat(50),
            "a".repeat(3_000));

    private final RunningServer server;
    private final Person person;
    private final Everything before;

    BadInputTest(RunningServer server) {
        this.server = server;
        this.person = server.newAdmin();
        server.post("/api/user/favourites", "{\"mediaId\":238}", as(person));
        this.before = stored();
    }

    @Test
    void bodiesThatAreNoJsonObjectAreRefusedEverywhere() {
        Map<String, byte[]> bodies = new LinkedHashMap<>();
        bodies.put("cut off", bytes("{\"email\":\"a@b"));
        bodies.put("empty", bytes(" "));
        bodies.put("two values", bytes("{} {}"));
        bodies.put("a name twice", bytes("{\"email\":\"a\",\"email\":\"b\"}"));
        bodies.put("a number", bytes("7"));
        bodies.put("a text", bytes("\"text\""));
        bodies.put("null", bytes("null"));
        bodies.put("an array of numbers", bytes("[1,2]"));
        bodies.put("too deep", bytes("[".repeat(5_000) + "]".repeat(5_000)));
        bodies.put("broken UTF-8", new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xC3, (byte) 0x28, '"', '}'});
        bodies.put("not a number", bytes("{\"minRating\":NaN}"));
        bodies.put("five megabytes", bytes("{\"email\":\"" + "x".repeat(5 << 20) + "\"}"));

        expectRefused(bodies, "application/json", route -> !route.path().equals("/api/auth/token"));
    }

    @Test
    void fieldsOfTheWrongTypeAreRefusedEverywhere() {
        Map<String, byte[]> bodies = new LinkedHashMap<>();
        for (String value : List.of("{}", "[]", "true", "-1e400", "[{}]")) {
            StringBuilder body = new StringBuilder("{");
            for (String field : List.of(
                    "email",
                    "password",
                    "code",
                    "refreshToken",
                    "mediaId",
                    "titleId",
                    "kind",
                    "value",
                    "minRating",
                    "limit",
                    "titles",
                    "members",
                    "name",
                    "scopes",
                    "seed",
                    "mediaType")) {
                body.append('"').append(field).append("\":").append(value).append(',');
            }
            bodies.put("everything is " + value, bytes(body.append("\"x\":0}").toString()));
        }

        expectRefused(bodies, "application/json", route -> !route.path().equals("/api/auth/token"));
    }

    @Test
    void otherTypesOfBodiesAreRefusedEverywhere() {
        expectRefused(Map.of("xml", bytes("<a/>")), "application/xml", route -> true);
        expectRefused(Map.of("form", bytes("a=b")), "text/plain", route -> true);
    }

    @Test
    void noParameterBreaksARead() {
        List<String> wrong = new ArrayList<>();
        List<String> queries =
                new ArrayList<>(List.of("limit=-1", "limit=0", "limit=99999999999", "limit=1e3", "page=-1"));
        for (String injection : INJECTIONS) {
            String value = URLEncoder.encode(injection, StandardCharsets.UTF_8);
            for (String name : List.of(
                    "q",
                    "listType",
                    "mediaType",
                    "excludeIds",
                    "exclude",
                    "favorites",
                    "preferences",
                    "cursor",
                    "kind",
                    "genre",
                    "keyword",
                    "language",
                    "profile",
                    "era",
                    "format",
                    "titleId",
                    "mediaId")) {
                queries.add(name + "=" + value);
            }
        }
        for (Route route : server.routes()) {
            if (route.method() != Method.GET) {
                continue;
            }
            for (String query : queries) {
                String path = route.path().replaceAll("\\{\\w+}", "movie:238") + "?" + query;
                note(wrong, route, query, server.get(path, as(person)), false);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(stored().events()).isEqualTo(before.events());
    }

    @Test
    void noPathParameterBreaksARoute() {
        List<String> wrong = new ArrayList<>();
        for (Route route : server.routes()) {
            if (!route.path().contains("{")) {
                continue;
            }
            List<String> values = new ArrayList<>(List.of(
                    "0", "-1", "movie:0", "movie:99999999999", "movie:999999997", "tv:", ":", "%20", "%ff", "%c3%28"));
            INJECTIONS.forEach(text -> values.add(URLEncoder.encode(text, StandardCharsets.UTF_8)));
            for (String value : values) {
                String path = route.path().replaceAll("\\{\\w+}", value.replace("$", "\\$"));
                String body = route.method() == Method.PUT ? "{\"value\":4}" : "";
                note(wrong, route, path, server.send(route.method().name(), path, body, as(person)), true);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void hostileTextIsKeptAsTextOrRefused() {
        List<String> wrong = new ArrayList<>();
        for (String injection : INJECTIONS) {
            String text = Json.tree(injection).toString();
            String entry = "{\"mediaId\":%s,\"title\":%s,\"mediaType\":%s}".formatted(text, text, text);
            String event =
                    "{\"titleId\":%s,\"kind\":%s,\"context\":%s,\"clientId\":%s}".formatted(text, text, text, text);
            String preferences = "{\"region\":%s,\"maxCertification\":%s,\"mediaType\":%s}".formatted(text, text, text);
            String account = "{\"email\":%s,\"password\":%s,\"code\":%s}".formatted(text, text, text);
            send(wrong, "/api/user/favourites", entry);
            send(wrong, "/api/user/watchlist", entry);
            send(wrong, "/api/events", event);
            send(wrong, "/api/user/preferences", preferences);
            send(wrong, "/api/auth/signup", account);
            send(wrong, "/api/auth/signin", account);
            send(wrong, "/api/auth/reset", account);
        }
        assertThat(wrong).isEmpty();
        assertThat(stored()).isEqualTo(before);
    }

    private void send(List<String> wrong, String path, String body) {
        HttpResponse<String> answer = server.post(path, body, as(person));
        if (answer.statusCode() / 100 != 4 || !isProblem(answer)) {
            wrong.add(path + " <- " + body + " -> " + answer.statusCode() + " " + answer.body());
        }
    }

    private void expectRefused(Map<String, byte[]> bodies, String type, Predicate<Route> routes) {
        List<String> wrong = new ArrayList<>();
        for (Route route : server.routes()) {
            boolean takesABody = route.method() != Method.GET && route.method() != Method.DELETE;
            if (!takesABody || BODILESS.contains(route.path()) || !routes.test(route)) {
                continue;
            }
            bodies.forEach((what, body) -> {
                String path = route.path().replaceAll("\\{\\w+}", "movie:238");
                HttpResponse<String> answer = server.send(
                        route.method().name(),
                        path,
                        body,
                        "Authorization",
                        "Bearer " + person.token(),
                        "Content-Type",
                        type);
                note(wrong, route, what, answer, true);
            });
        }
        assertThat(wrong).isEmpty();
        assertThat(stored()).isEqualTo(before);
    }

    private static void note(
            List<String> wrong, Route route, String what, HttpResponse<String> answer, boolean mustBeRefused) {
        int status = answer.statusCode();
        boolean refused = status / 100 == 4 && isProblem(answer);
        boolean fine = !mustBeRefused && status / 100 == 2;
        if (!refused && !fine && !route.path().startsWith("/health")) {
            wrong.add(route.method() + " " + route.path() + " <- " + what + " -> " + status + " " + answer.body());
        }
    }

    private static boolean isProblem(HttpResponse<String> answer) {
        JsonNode problem = Json.read(answer.body().getBytes(StandardCharsets.UTF_8));
        return problem.path("detail").isTextual() && problem.path("status").asInt() == answer.statusCode();
    }

    private Everything stored() {
        return server.movierec().stores().userData().export(person.userId());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
