package movierec.server.taste;

import static movierec.server.Answers.header;
import static movierec.server.Answers.json;
import static movierec.server.Answers.places;
import static movierec.server.Answers.problem;
import static movierec.server.Answers.status;
import static movierec.server.RunningServer.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import movierec.server.RunningServer;
import movierec.server.RunningServer.Person;
import movierec.server.json.Json;
import movierec.taste.Preferences;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Preferences and vocabularies over HTTP (PREF-1 to PREF-3). */
@ExtendWith(RunningServer.Shared.class)
final class PreferencesEndpointsTest {
    private static final String PATH = "/api/user/preferences";

    private final RunningServer server;
    private final Person person;

    PreferencesEndpointsTest(RunningServer server) {
        this.server = server;
        this.person = server.newUser();
    }

    @Test
    void everyWrongFieldIsNamedAndNothingIsStored() {
        String wrong = """
                {"minRating":11,"maxRating":"high","releaseYearStart":1700,"favoriteGenres":"Drama","keywords":["ok",5,"  "],
                 "moodPreferences":["%s"],"providers":%s,"region":"Germany","maxCertification":"X","mediaType":"book"}
                """.formatted(
                        "m".repeat(61), Json.tree(Collections.nCopies(51, "x")).toString());

        JsonNode problem = problem(400, change("PUT", wrong));

        assertThat(places(problem))
                .containsExactlyInAnyOrder(
                        "/minRating",
                        "/maxRating",
                        "/releaseYearStart",
                        "/favoriteGenres",
                        "/keywords/1",
                        "/keywords/2",
                        "/moodPreferences/0",
                        "/providers",
                        "/region",
                        "/maxCertification",
                        "/mediaType");
        assertThat(stored().has("updatedAt")).isFalse();
    }

    @Test
    void rangesMustNotBeTurnedAround() {
        assertThat(places(problem(400, change("PUT", "{\"minRating\":8,\"maxRating\":7}"))))
                .containsExactly("/minRating");
        status(200, change("PUT", "{\"maxRating\":7}"));

        assertThat(places(problem(400, change("PATCH", "{\"minRating\":8}")))).containsExactly("/minRating");
        assertThat(places(problem(400, change("PATCH", "{\"releaseYearStart\":2000,\"releaseYearEnd\":1990}"))))
                .containsExactly("/releaseYearStart");
    }

    @Test
    void aChangeBasedOnAnOldStateIsRefused() {
        String first = header(change("PUT", "{\"minRating\":5}"), "ETag");
        status(200, change("PATCH", "{\"minRating\":6}", "If-Match", first));

        problem(412, change("PATCH", "{\"minRating\":7}", "If-Match", first));

        assertThat(stored().path("minRating").asDouble()).isEqualTo(6);
    }

    @Test
    void answersTheDefaultsUntilSomethingIsStored() {
        JsonNode defaults = stored();

        JsonNode expected = Json.tree(Preferences.DEFAULTS);
        expected.properties().forEach(field -> assertThat(defaults.get(field.getKey()))
                .as(field.getKey())
                .isEqualTo(field.getValue()));
        assertThat(defaults.path("unknownTerms")).isEmpty();
    }

    @Test
    void storesEverythingAndKeepsUnknownTerms() {
        JsonNode answer = json(200, change("POST", """
                {"favoriteGenres":["Drama",878],"moodPreferences":["Feel-good","a mood of my own"],"minRating":6.5,
                 "excludedGenres":[27],"region":"de","maxCertification":"pg-13","mediaType":"movie","unknownField":1}
                """));

        assertThat(stored()).isEqualTo(answer);
        assertThat(texts(answer.path("favoriteGenres"))).containsExactly("Drama", "878");
        assertThat(texts(answer.path("moodPreferences"))).containsExactly("Feel-good", "a mood of my own");
        assertThat(texts(answer.path("unknownTerms"))).containsExactly("a mood of my own");
        assertThat(answer.path("region").asText()).isEqualTo("DE");
        assertThat(answer.path("maxCertification").asText()).isEqualTo("PG-13");
        assertThat(answer.has("updatedAt")).isTrue();
        assertThat(answer.has("unknownField")).isFalse();
    }

    @Test
    void putReplacesAndPatchMerges() {
        status(200, change("PUT", "{\"minRating\":6,\"keywords\":[\"heist\"],\"mediaType\":\"tv\"}"));

        JsonNode patched = json(200, change("PATCH", "{\"minRating\":7,\"keywords\":null}"));
        assertThat(patched.path("minRating").asDouble()).isEqualTo(7);
        assertThat(patched.path("keywords")).isEmpty();
        assertThat(patched.path("mediaType").asText()).isEqualTo("tv");

        JsonNode replaced = json(200, change("PUT", "{\"keywords\":[\"space\"]}"));
        assertThat(replaced.path("minRating").asDouble()).isZero();
        assertThat(replaced.path("mediaType").asText()).isEqualTo("both");
    }

    @Test
    void anUnchangedAnswerIsNotSentAgain() {
        HttpResponse<String> first = server.get(PATH, as(person));

        HttpResponse<String> second =
                server.get(PATH, "Authorization", "Bearer " + person.token(), "If-None-Match", header(first, "ETag"));

        status(304, second);
        assertThat(header(first, "Cache-Control")).isEqualTo("private, no-cache");
    }

    @Test
    void vocabulariesSayWhatEachTermMeans() {
        HttpResponse<String> answer = server.get("/api/vocabularies");
        JsonNode vocabularies = json(200, answer);

        assertThat(vocabularies.path("vocabularies").propertyStream().map(Map.Entry::getKey))
                .contains("mood", "era", "aesthetic", "storyStructure", "character", "subgenre", "acclaim");
        JsonNode term = vocabularies.at("/vocabularies/mood/0");
        assertThat(term.path("id").asText()).isNotEmpty();
        assertThat(term.path("keywords").size() + term.path("genres").size()).isPositive();
        assertThat(header(answer, "Cache-Control")).startsWith("public");
        status(304, server.get("/api/vocabularies", "If-None-Match", header(answer, "ETag")));
    }

    private HttpResponse<String> change(String method, String json, String... headers) {
        return server.send(
                method,
                PATH,
                json,
                Stream.concat(Stream.of(as(person)), Stream.of(headers)).toArray(String[]::new));
    }

    private JsonNode stored() {
        return json(200, server.get(PATH, as(person)));
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }
}
