package movierec.server.security;

import static movierec.server.RunningServer.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import movierec.crypto.JwtTokens;
import movierec.crypto.SigningKeys;
import movierec.identity.AccessClaims;
import movierec.identity.Role;
import movierec.identity.Scope;
import movierec.server.RunningServer;
import movierec.server.RunningServer.Person;
import movierec.server.docs.OpenApiContract;
import movierec.server.http.Route;
import movierec.server.security.AccessTable.Admits;
import movierec.server.security.AccessTable.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every route, its aliases included, for every kind of caller (AUTH-8). */
@ExtendWith(RunningServer.Shared.class)
final class AccessMatrixTest {
    private static final int ADMITTED = 0;

    private final RunningServer server;
    private final Map<String, Row> table = AccessTable.rows();

    AccessMatrixTest(RunningServer server) {
        this.server = server;
    }

    @Test
    void everyRouteHasARowAndEveryRowARoute() {
        Set<String> routes = new TreeSet<>();
        server.routes().forEach(route -> routes.add(name(route)));

        assertThat(new TreeSet<>(table.keySet())).isEqualTo(routes);
    }

    @Test
    void theDescriptionKnowsExactlyTheRoutesThereAre() {
        assertThat(server.contract().operations()).isEqualTo(OpenApiContract.operations(server.routes()));
    }

    @Test
    void nobodyIsLetInWithoutATokenWhereOneIsNeeded() {
        expectEverywhere("anonymous", List.of(), admits -> switch (admits) {
            case EVERYBODY, ANYONE_OR_CATALOGUE_APPS, ANYONE_OR_RECOMMEND_APPS -> ADMITTED;
            case USERS, USERS_OR_EVENTS_APPS, USERS_OR_RECOMMEND_APPS, ADMINS -> 401;
        });
    }

    @Test
    void anExpiredTokenIsWorthNothing() {
        expectBadTokenRefused("expired", expiredToken());
    }

    @Test
    void aForgedTokenIsWorthNothing() {
        expectBadTokenRefused("forged", server.newAdmin().token() + "x");
    }

    @Test
    void aKeyThatDoesNotExistIsWorthNothing() {
        List<String> headers = List.of("X-API-Key", "mrk_made-up", "X-User-Id", "guest");
        expectEverywhere("unknown key", headers, admits -> admits == Admits.EVERYBODY ? ADMITTED : 401);
    }

    @Test
    void aUserIsNoAdmin() {
        expectEverywhere("user", List.of(), admits -> admits == Admits.ADMINS ? 403 : ADMITTED, server::newUser);
    }

    @Test
    void anAdminMayCallEverything() {
        expectEverywhere("admin", List.of(), admits -> ADMITTED, server::newAdmin);
    }

    @Test
    void anAppNeedsTheScope() {
        for (Scope scope : Scope.values()) {
            expectEverywhere("app with " + scope.word(), app(scope), admits -> {
                Set<Scope> enough =
                        switch (admits) {
                            case EVERYBODY -> Set.of(Scope.values());
                            case ANYONE_OR_CATALOGUE_APPS -> Set.of(Scope.CATALOGUE);
                            case ANYONE_OR_RECOMMEND_APPS, USERS_OR_RECOMMEND_APPS -> Set.of(Scope.RECOMMEND);
                            case USERS_OR_EVENTS_APPS -> Set.of(Scope.EVENTS);
                            case USERS -> Set.of();
                            case ADMINS -> Set.of(Scope.ADMIN);
                        };
                return enough.contains(scope) ? ADMITTED : 403;
            });
        }
    }

    /** The status that a caller gets on routes of a kind, or {@link #ADMITTED}. */
    private interface Expected {
        int status(Admits admits);
    }

    /** Makes the caller of one request, since some requests end a caller's account. */
    private interface Callers {
        Person next();
    }

    private void expectBadTokenRefused(String who, String token) {
        expectEverywhere(
                who,
                List.of("Authorization", "Bearer " + token),
                admits -> admits == Admits.EVERYBODY ? ADMITTED : 401);
    }

    private void expectEverywhere(String who, List<String> headers, Expected expected) {
        List<String> wrong = new ArrayList<>();
        for (Route route : server.routes()) {
            for (String path : route.paths()) {
                check(who, route, path, headers, expected, wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private void expectEverywhere(String who, List<String> headers, Expected expected, Callers callers) {
        List<String> wrong = new ArrayList<>();
        Person person = callers.next();
        for (Route route : server.routes()) {
            for (String path : route.paths()) {
                List<String> all = new ArrayList<>(headers);
                all.addAll(List.of(as(person)));
                check(who, route, path, all, expected, wrong);
                person = name(route).equals("DELETE /api/user") ? callers.next() : person;
            }
        }
        assertThat(wrong).isEmpty();
    }

    private void check(
            String who, Route route, String path, List<String> headers, Expected expected, List<String> wrong) {
        Row row = table.getOrDefault(name(route), new Row(Admits.EVERYBODY, -1, "", ""));
        int wanted = expected.status(row.admits());
        wanted = wanted == ADMITTED ? row.status() : wanted;
        String concrete = concrete(path, row.path());
        HttpResponse<String> answer =
                server.send(route.method().name(), concrete, row.body(), headers.toArray(String[]::new));
        if (answer.statusCode() != wanted) {
            wrong.add(who + ": " + route.method() + " " + concrete + " -> " + answer.statusCode() + " instead of "
                    + wanted + " " + answer.body());
        }
    }

    private static String concrete(String path, String parameter) {
        if (parameter.isEmpty()) {
            return path;
        }
        String filled = path;
        for (String one : parameter.split("&")) {
            String[] pair = one.split("=", 2);
            filled = filled.replace("{" + pair[0] + "}", pair[1]);
        }
        return filled;
    }

    private static String name(Route route) {
        return route.method() + " " + route.path();
    }

    private List<String> app(Scope scope) {
        String secret = server.movierec()
                .people()
                .apiKeys()
                .create("matrix", Set.of(scope))
                .secret();
        return List.of("X-API-Key", secret, "X-User-Id", "guest");
    }

    /** A token that our own key signed an hour too early. */
    private String expiredToken() {
        Person person = server.newUser();
        SigningKeys keys = SigningKeys.open(server.data().resolve("keys"), Clock.systemUTC());
        Instant issued = Instant.now().minusSeconds(7200);
        AccessClaims claims =
                new AccessClaims(person.userId(), "token", "session", Role.ADMIN, issued, issued.plusSeconds(3600));
        return new JwtTokens(keys, "http://127.0.0.1:0", Clock.systemUTC()).accessToken(claims);
    }
}
