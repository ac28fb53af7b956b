package movierec.server.security;

import static movierec.server.Answers.json;
import static movierec.server.Answers.status;
import static movierec.server.RunningServer.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import movierec.identity.Scope;
import movierec.server.RunningServer;
import movierec.server.RunningServer.Person;
import movierec.server.http.Route;
import movierec.taste.UserData.Everything;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** No route and no parameter reaches another user's data (AUTH-8). */
@ExtendWith(RunningServer.Shared.class)
final class IsolationTest {
    /** A word that is nowhere but in Ann's data. */
    private static final String SECRET = "annsecret";

    private final RunningServer server;
    private final Person ann;
    private final String annsEvent;

    IsolationTest(RunningServer server) {
        this.server = server;
        this.ann = server.newUser();
        server.send("PUT", "/api/user/preferences", "{\"keywords\":[\"" + SECRET + "\"]}", as(ann));
        String unknown = "{\"mediaId\":910000001,\"title\":\"" + SECRET + "\"}";
        status(201, server.post("/api/user/favourites", "[{\"mediaId\":238}," + unknown + "]", as(ann)));
        status(201, server.post("/api/user/watchlist", "{\"mediaId\":769}", as(ann)));
        status(200, server.post("/api/events", """
                {"titleId":603,"kind":"rated","value":5,"clientId":"%s","context":"%s"}
                """.formatted(SECRET, SECRET), as(ann)));
        annsEvent = json(200, server.get("/api/user/history?kind=rated", as(ann)))
                .at("/results/0/eventId")
                .asText();
    }

    @Test
    void noRouteShowsOrChangesAnotherUsersDataWhateverItIsAskedFor() {
        Everything before = server.movierec().stores().userData().export(ann.userId());

        List<String> seen = askEverything(() -> List.of(as(server.newUser())));

        assertThat(seen).isEmpty();
        assertThat(server.movierec().stores().userData().export(ann.userId())).isEqualTo(before);
        status(200, server.get("/api/user", as(ann)));
    }

    @Test
    void noAppReachesAnAccountByItsId() {
        Everything before = server.movierec().stores().userData().export(ann.userId());
        String secret = server.movierec()
                .people()
                .apiKeys()
                .create("curious", Set.of(Scope.EVENTS, Scope.RECOMMEND, Scope.CATALOGUE))
                .secret();

        List<String> seen = askEverything(() -> List.of("X-API-Key", secret));

        assertThat(seen).isEmpty();
        assertThat(server.movierec().stores().userData().export(ann.userId())).isEqualTo(before);
    }

    @Test
    void twoAppsWithTheSameUserIdHaveTwoUsers() {
        List<String> users = new ArrayList<>();
        for (String app : List.of("one", "other")) {
            String secret = server.movierec()
                    .people()
                    .apiKeys()
                    .create(app, Set.of(Scope.EVENTS))
                    .secret();
            String[] headers = {"X-API-Key", secret, "X-User-Id", "42"};
            users.add(server.get("/api/user/favourites", headers).body());
            server.post("/api/user/favourites", "{\"mediaId\":238}", headers);
        }

        assertThat(users).allSatisfy(list -> assertThat(list).contains("\"totalResults\":0"));
    }

    private interface Headers {
        List<String> next();
    }

    /** Calls every route as somebody else, naming Ann in every way there might be; returns what should not have been said. */
    private List<String> askEverything(Headers somebodyElse) {
        List<String> seen = new ArrayList<>();
        String id = ann.userId().value();
        String naming = "userId=%s&user=%s&sub=%s&email=%s".formatted(id, id, id, ann.email());
        String body = """
                {"userId":"%1$s","user":"%1$s","sub":"%1$s","titleId":"movie:603","mediaId":603,"kind":"clicked","value":1,
                 "members":[{"userId":"%1$s","titles":["movie:155"]}],"titles":["movie:155"],"name":"x"}
                """.formatted(id);
        List<String> credentials = somebodyElse.next();
        for (Route route : server.routes()) {
            if (route.path().startsWith("/api/auth")) {
                continue;
            }
            for (String path : route.paths()) {
                List<String> headers = new ArrayList<>(credentials);
                headers.addAll(List.of("X-User-Id", id, "X-User", id, "X-Forwarded-User", id));
                boolean reads = route.method().name().equals("GET")
                        || route.method().name().equals("DELETE");
                HttpResponse<String> answer = server.send(
                        route.method().name(),
                        concrete(path) + "?titleId=movie:603&mediaId=movie:238&q=" + SECRET + "&" + naming,
                        reads ? "" : body,
                        headers.toArray(String[]::new));
                boolean erased =
                        route.path().equals("/api/user") && answer.body().contains("erasedAt");
                credentials = erased ? somebodyElse.next() : credentials;
                if (answer.statusCode() >= 500 && !path.startsWith("/health")) {
                    seen.add(route.method() + " " + path + " -> " + answer.statusCode());
                }
                if (answer.body().contains(SECRET) || answer.body().contains(ann.email())) {
                    seen.add(route.method() + " " + path + " said " + answer.body());
                }
            }
        }
        return seen;
    }

    private String concrete(String path) {
        Map<String, String> values = Map.of(
                "{id}",
                "movie:238",
                "{eventId}",
                annsEvent,
                "{keyId}",
                "x",
                "{version}",
                "x",
                "{job}",
                "x",
                "{file}",
                "x",
                "{size}",
                "x");
        String concrete = path;
        for (Map.Entry<String, String> value : values.entrySet()) {
            concrete = concrete.replace(value.getKey(), value.getValue());
        }
        return concrete;
    }
}
