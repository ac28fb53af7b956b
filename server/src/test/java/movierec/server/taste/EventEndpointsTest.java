package movierec.server.taste;

import static movierec.server.Answers.each;
import static movierec.server.Answers.header;
import static movierec.server.Answers.json;
import static movierec.server.Answers.places;
import static movierec.server.Answers.problem;
import static movierec.server.Answers.status;
import static movierec.server.RunningServer.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import movierec.server.RunningServer;
import movierec.server.RunningServer.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events, history and ratings over HTTP (EVT-1). */
@ExtendWith(RunningServer.Shared.class)
final class EventEndpointsTest {
    private final RunningServer server;
    private final Person person;

    EventEndpointsTest(RunningServer server) {
        this.server = server;
        this.person = server.newUser();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/kind      | {\"titleId\":\"movie:238\"}",
                "/kind      | {\"titleId\":\"movie:238\",\"kind\":\"loved\"}",
                "/titleId   | {\"kind\":\"watched\"}",
                "/titleId   | {\"titleId\":\"nothing\",\"kind\":\"watched\"}",
                "/titleId   | {\"titleId\":\"movie:999999998\",\"kind\":\"watched\"}",
                "/value     | {\"titleId\":\"movie:238\",\"kind\":\"rated\"}",
                "/value     | {\"titleId\":\"movie:238\",\"kind\":\"rated\",\"value\":0}",
                "/value     | {\"titleId\":\"movie:238\",\"kind\":\"rated\",\"value\":4.3}",
                "/value     | {\"titleId\":\"movie:238\",\"kind\":\"rated\",\"value\":5.5}",
                "/value     | {\"titleId\":\"movie:238\",\"kind\":\"rated\",\"value\":\"5\"}",
                "/at        | {\"titleId\":\"movie:238\",\"kind\":\"watched\",\"at\":\"yesterday\"}",
                "/at        | {\"titleId\":\"movie:238\",\"kind\":\"watched\",\"at\":\"2999-01-01T00:00:00Z\"}",
                "/at        | {\"titleId\":\"movie:238\",\"kind\":\"watched\",\"at\":\"-999999999-01-01T00:00:00Z\"}",
                "/clientId  | {\"titleId\":\"movie:238\",\"kind\":\"watched\",\"clientId\":7}"
            })
    void whatIsNoEventIsRefusedAndNothingIsStored(String place, String body) {
        JsonNode problem = problem(400, server.post("/api/events", "[" + body + "]", as(person)));

        assertThat(places(problem)).containsExactly("/0" + place);
        assertThat(history("")).isEmpty();
    }

    @Test
    void aBatchWithOneMistakeIsNotRecordedAtAll() {
        problem(400, server.post("/api/events", "[%s,{\"kind\":\"watched\"}]".formatted(watched(238)), as(person)));

        assertThat(history("")).isEmpty();
    }

    @Test
    void whatNeverHappenedCannotBeTakenBack() {
        problem(404, server.delete("/api/user/history/999999999999", as(person)));
        problem(400, server.delete("/api/user/history/first", as(person)));
        problem(404, server.delete("/api/user/history?titleId=movie:238", as(person)));
        problem(400, server.delete("/api/user/history", as(person)));
        problem(404, server.delete("/api/user/ratings/movie:238", as(person)));
        problem(404, server.send("PUT", "/api/user/ratings/movie:999999998", "{\"value\":4}", as(person)));
        problem(400, server.send("PUT", "/api/user/ratings/movie:238", "{}", as(person)));
        problem(400, server.get("/api/user/history?cursor=x&limit=0&kind=loved", as(person)));
    }

    @Test
    void theSameClientIdIsOneEvent() {
        String event = "{\"titleId\":\"movie:238\",\"kind\":\"watched\",\"clientId\":\"a-1\"}";

        JsonNode first = json(200, server.post("/api/events", event, as(person)));
        JsonNode again = json(200, server.post("/api/events", "[%s,%s]".formatted(event, watched(769)), as(person)));

        assertThat(first.path("accepted").asInt()).isEqualTo(1);
        assertThat(again.path("accepted").asInt()).isEqualTo(1);
        assertThat(again.path("duplicates").asInt()).isEqualTo(1);
        assertThat(history("")).hasSize(2);
    }

    @Test
    void anIdempotencyKeyMakesABatchSafeToSendAgain() {
        String batch = "[%s,%s]".formatted(watched(238), watched(238));
        String[] headers = {"Authorization", "Bearer " + person.token(), "Idempotency-Key", "batch 7"};

        json(200, server.post("/api/events", batch, headers));
        JsonNode again = json(200, server.post("/api/events", batch, headers));

        assertThat(again.path("duplicates").asInt()).isEqualTo(2);
        assertThat(history("")).hasSize(2);
    }

    @Test
    void historyIsPagedByCursorNewestFirst() {
        for (int number : new int[] {238, 769, 603, 155, 13}) {
            status(200, server.post("/api/events", watched(number), as(person)));
        }

        HttpResponse<String> first = server.get("/api/user/history?limit=2", as(person));
        JsonNode page = json(200, first);
        String cursor = page.path("nextCursor").asText();
        JsonNode second = json(200, server.get("/api/user/history?limit=2&cursor=" + cursor, as(person)));
        JsonNode last = json(
                200,
                server.get(
                        "/api/user/history?limit=2&cursor="
                                + second.path("nextCursor").asText(),
                        as(person)));

        assertThat(each(page, "titleId")).containsExactly("movie:13", "movie:155");
        assertThat(each(second, "titleId")).containsExactly("movie:603", "movie:769");
        assertThat(each(last, "titleId")).containsExactly("movie:238");
        assertThat(last.has("nextCursor")).isFalse();
        assertThat(header(first, "Link")).contains("cursor=" + cursor + ">; rel=\"next\"");
    }

    @Test
    void kindsAreFilteredAndShownOnlyWhenAskedFor() {
        server.post("/api/events", watched(238), as(person));
        server.post("/api/events", "{\"titleId\":603,\"kind\":\"shown\"}", as(person));
        server.post("/api/events", "{\"titleId\":603,\"kind\":\"favorite\"}", as(person));

        assertThat(history("")).hasSize(2);
        assertThat(history("?kind=shown,watched")).hasSize(2);
        assertThat(history("?kind=favourite")).hasSize(1);
        assertThat(json(200, server.get("/favourites", as(person)))
                        .path("totalResults")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void whenItHappenedIsKeptButTheFutureIsNow() {
        String soon = Instant.now().plusSeconds(600).toString();
        server.post("/api/events", """
                [{"titleId":238,"kind":"watched","at":"1999-12-31T23:00:00+01:00"},
                 {"titleId":769,"kind":"watched","at":"%s"}]
                """.formatted(soon), as(person));

        JsonNode history = history("");
        assertThat(history.path(1).path("at").asText()).isEqualTo("1999-12-31T22:00:00Z");
        assertThat(Instant.parse(history.path(0).path("at").asText())).isBefore(Instant.parse(soon));
    }

    @Test
    void takesOneEventBackAndEverythingAboutATitle() {
        server.post("/api/events", watched(238), as(person));
        server.post("/api/events", watched(603), as(person));
        server.post("/api/user/favourites", "{\"mediaId\":603}", as(person));
        String eventId = history("?kind=watched").path(1).path("eventId").asText();

        status(204, server.delete("/api/user/history/" + eventId, as(person)));
        JsonNode removed = json(200, server.delete("/api/user/history?titleId=movie:603", as(person)));

        assertThat(removed.path("removed").asInt()).isEqualTo(2);
        assertThat(history("")).isEmpty();
        assertThat(json(200, server.get("/favourites", as(person)))
                        .path("totalResults")
                        .asInt())
                .isZero();
    }

    @Test
    void theLatestRatingHolds() {
        status(200, rate("movie:238", 3));
        status(200, rate("movie:603", 5));
        JsonNode latest = json(200, rate("movie:238", 4.5));

        JsonNode ratings = json(200, server.get("/api/user/ratings", as(person)));
        assertThat(latest.path("value").asDouble()).isEqualTo(4.5);
        assertThat(each(ratings, "titleId")).containsExactly("movie:238", "movie:603");
        assertThat(each(ratings, "value")).containsExactly("4.5", "5.0");

        status(204, server.delete("/api/user/ratings/238", as(person)));
        assertThat(each(json(200, server.get("/user/ratings", as(person))), "titleId"))
                .containsExactly("movie:603");
    }

    private HttpResponse<String> rate(String titleId, double value) {
        return server.send("PUT", "/api/user/ratings/" + titleId, "{\"value\":" + value + "}", as(person));
    }

    private static String watched(int movieNumber) {
        return "{\"titleId\":" + movieNumber + ",\"kind\":\"watched\"}";
    }

    private JsonNode history(String query) {
        return json(200, server.get("/api/user/history" + query, as(person))).path("results");
    }
}
