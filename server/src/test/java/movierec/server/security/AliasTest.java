package movierec.server.security;

import static movierec.server.RunningServer.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import movierec.server.RunningServer;
import movierec.server.RunningServer.Person;
import movierec.server.http.Method;
import movierec.server.http.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every alias is its twin under another name; who may call them is tested with {@link AccessMatrixTest}. */
@ExtendWith(RunningServer.Shared.class)
final class AliasTest {
    private final RunningServer server;

    AliasTest(RunningServer server) {
        this.server = server;
    }

    @Test
    void everyAliasThatClientsKnowIsThere() {
        List<String> aliases = server.routes().stream()
                .flatMap(route -> route.aliases().stream())
                .distinct()
                .toList();

        assertThat(aliases)
                .contains("/signin", "/signup", "/refresh-token", "/auth/token", "/auth/forgot", "/auth/reset")
                .contains("/user/preferences", "/user/history", "/user/ratings/{id}", "/user/export", "/user")
                .contains("/favorites", "/favourites", "/api/user/favorites", "/favorites/{id}", "/watchlist/{id}")
                .contains("/recommendations", "/media", "/media-recommendations");
    }

    @Test
    void readsAnswerTheSameUnderEveryName() {
        Person person = server.newUser();
        server.post("/favorites", "[{\"mediaId\":238},{\"mediaId\":769}]", as(person));
        server.post("/watchlist", "{\"mediaId\":155}", as(person));
        server.send("PUT", "/user/ratings/603", "{\"value\":4.5}", as(person));
        server.send("PATCH", "/user/preferences", "{\"minRating\":2}", as(person));

        for (Route route : server.routes()) {
            if (route.method() != Method.GET || route.path().equals("/api/recommendations")) {
                continue;
            }
            for (String alias : route.aliases()) {
                String twin = body(route.path(), person);
                assertThat(body(alias, person)).as(alias).isEqualTo(twin);
                assertThat(twin).doesNotContain("\"totalResults\":0");
            }
        }
    }

    @Test
    void onlyTheDefaultProfileOfRecommendationsDiffers() {
        Person person = server.newUser();

        assertThat(body("/recommendations?profile=blend", person)).contains("\"profile\":\"blend\"");
        assertThat(body("/recommendations", person)).contains("\"profile\":\"taste\"");
        assertThat(body("/api/recommendations", person)).contains("\"profile\":\"blend\"");
        // The model of this test was trained without a tuned share.
        assertThat(body("/api/recommendations?profile=tuned", person)).contains("\"profile\":\"blend\"");
    }

    /** Without what differs from one moment to the next. */
    private String body(String path, Person person) {
        HttpResponse<String> answer = server.get(path, as(person));
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return answer.body().replaceAll("\"exportedAt\":\"[^\"]*\"", "");
    }
}
