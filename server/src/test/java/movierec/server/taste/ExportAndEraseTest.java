package movierec.server.taste;

import static movierec.server.Answers.header;
import static movierec.server.Answers.json;
import static movierec.server.Answers.problem;
import static movierec.server.Answers.status;
import static movierec.server.RunningServer.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import movierec.server.RunningServer;
import movierec.server.RunningServer.Person;
import movierec.taste.BatchList;
import movierec.title.TitleId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Taking everything along, and leaving nothing behind (USER-1). */
@ExtendWith(RunningServer.Shared.class)
final class ExportAndEraseTest {
    private final RunningServer server;
    private final Person person;

    ExportAndEraseTest(RunningServer server) {
        this.server = server;
        this.person = server.newUser();
        server.send("PATCH", "/api/user/preferences", "{\"minRating\":6,\"keywords\":[\"heist, noir\"]}", as(person));
        server.post("/api/user/watchlist", "{\"mediaId\":603}", as(person));
        server.post("/api/events", """
                {"titleId":238,"kind":"rated","value":4.5,"context":"=cmd() \\"said\\" he"}
                """, as(person));
        BatchList batch = new BatchList("m1", 1, List.of(new BatchList.Entry(TitleId.movie(603), 0.5f)));
        server.movierec().stores().batchLists().save(Map.of(person.userId(), batch));
    }

    @Test
    void anUnknownFormatIsRefused() {
        problem(400, server.get("/api/user/export?format=xml", as(person)));
    }

    @Test
    void exportsEverythingAsJson() {
        HttpResponse<String> answer = server.get("/api/user/export", as(person));
        JsonNode export = json(200, answer);

        assertThat(export.path("formatVersion").asInt()).isEqualTo(1);
        assertThat(export.at("/account/email").asText()).isEqualTo(person.email());
        assertThat(export.at("/preferences/minRating").asDouble()).isEqualTo(6);
        assertThat(export.path("events")).hasSize(2);
        assertThat(export.at("/batch/0/entries/0/titleId").asText()).isEqualTo("movie:603");
        assertThat(export.at("/watchlist/0/titleId").asText()).isEqualTo("movie:603");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        assertThat(header(answer, "Content-Disposition")).contains("attachment");
    }

    @Test
    void exportsEverythingAsATableThatNoSpreadsheetRuns() {
        String table = server.get("/api/user/export?format=csv", as(person)).body();

        assertThat(table).startsWith("kind,titleId,title,value,at,details\r\n");
        assertThat(table).contains("rated,movie:238,The Godfather,4.5,");
        assertThat(table).contains("\"'=cmd() \"\"said\"\" he\"");
        assertThat(table).contains("watchlist,movie:603,The Matrix,");
        assertThat(table).contains("preference,,,6.0,");
        assertThat(table).contains("precomputed,movie:603,The Matrix,1,,m1 0.5");
    }

    @Test
    void erasesEverythingAtOnce() {
        JsonNode receipt = json(200, server.delete("/api/user", as(person)));

        assertThat(receipt.at("/rows/events").asInt()).isEqualTo(2);
        assertThat(receipt.at("/rows/watchlist").asInt()).isEqualTo(1);
        assertThat(receipt.at("/rows/batch_recommendations").asInt()).isEqualTo(1);
        assertThat(receipt.at("/rows/accounts").asInt()).isEqualTo(1);
        problem(401, server.get("/api/user/favourites", as(person)));
        problem(401, server.post("/api/auth/refresh", "{\"refreshToken\":\"" + person.refreshToken() + "\"}"));
        assertThat(server.movierec().stores().userData().export(person.userId()).events())
                .isEmpty();
        status(
                201,
                server.post(
                        "/api/auth/signup",
                        "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(person.email(), RunningServer.PASSWORD)));
    }
}
