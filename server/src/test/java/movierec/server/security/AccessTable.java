package movierec.server.security;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who may call what: one row for every route, written down by hand so that a new route without a row fails, and a route whose
 * access changes by accident too. The status is that of an admitted caller for the sample request.
 */
final class AccessTable {
    /** Whom a route lets in. */
    enum Admits {
        EVERYBODY,
        ANYONE_OR_CATALOGUE_APPS,
        ANYONE_OR_RECOMMEND_APPS,
        USERS_OR_EVENTS_APPS,
        USERS_OR_RECOMMEND_APPS,
        USERS,
        ADMINS
    }

    /** @param path sample values of the route's path parameters, such as {@code id=movie:238}, with {@code &} between them */
    record Row(Admits admits, int status, String path, String body) {}

    private final Map<String, Row> rows = new LinkedHashMap<>();

    static Map<String, Row> rows() {
        AccessTable table = new AccessTable();
        table.platform();
        table.identity();
        table.taste();
        table.titles();
        table.recommendations();
        table.admin();
        return table.rows;
    }

    private void platform() {
        for (String path : new String[] {
            "/",
            "/docs",
            "/openapi.json",
            "/openapi.yaml",
            "/api/version",
            "/api/about",
            "/api/model",
            "/health/live",
            "/health/ready",
            "/health/started",
            "/metrics",
        }) {
            row("GET " + path, Admits.EVERYBODY, 200);
        }
        row("GET /docs/{file}", Admits.EVERYBODY, 200, "file=swagger-ui.css", "");
    }

    private void identity() {
        String email = "{\"email\":\"matrix@example.org\"}";
        String token = "{\"refreshToken\":\"made-up\"}";
        row("POST /api/auth/signup", Admits.EVERYBODY, 400, "", email);
        row("POST /api/auth/signin", Admits.EVERYBODY, 400, "", email);
        row("POST /api/auth/token", Admits.EVERYBODY, 415, "", email);
        row("POST /api/auth/refresh", Admits.EVERYBODY, 401, "", token);
        row("POST /api/auth/signout", Admits.EVERYBODY, 204, "", token);
        row("POST /api/auth/resend", Admits.EVERYBODY, 400, "", "{}");
        row("POST /api/auth/forgot", Admits.EVERYBODY, 400, "", "{}");
        row("POST /api/auth/reset", Admits.EVERYBODY, 400, "", email);
        row("GET /.well-known/jwks.json", Admits.EVERYBODY, 200);
        row("GET /api/user", Admits.USERS, 200);
    }

    private void taste() {
        Admits admits = Admits.USERS_OR_EVENTS_APPS;
        row("POST /api/events", admits, 200, "", "{\"titleId\":603,\"kind\":\"clicked\"}");
        row("GET /api/user/preferences", admits, 200);
        row("POST /api/user/preferences", admits, 200, "", "{\"minRating\":1}");
        row("PUT /api/user/preferences", admits, 200, "", "{\"minRating\":1}");
        row("PATCH /api/user/preferences", admits, 200, "", "{\"minRating\":1}");
        for (String list : new String[] {"favourites", "watchlist"}) {
            row("GET /api/user/" + list, admits, 200);
            row("POST /api/user/" + list, admits, 400, "", "{}");
            row("DELETE /api/user/" + list, admits, 400);
            row("DELETE /api/user/" + list + "/{id}", admits, 404, "id=movie:238", "");
        }
        row("GET /api/user/history", admits, 200);
        row("DELETE /api/user/history", admits, 400);
        row("DELETE /api/user/history/{eventId}", admits, 404, "eventId=999999999", "");
        row("GET /api/user/ratings", admits, 200);
        row("PUT /api/user/ratings/{id}", admits, 200, "id=movie:238", "{\"value\":4}");
        row("DELETE /api/user/ratings/{id}", admits, 404, "id=movie:155", "");
        row("GET /api/user/export", admits, 200);
        row("DELETE /api/user", admits, 200);
    }

    private void titles() {
        row("GET /api/titles/{id}", Admits.ANYONE_OR_CATALOGUE_APPS, 200, "id=movie:238", "");
        row("GET /api/titles/{id}/similar", Admits.ANYONE_OR_CATALOGUE_APPS, 200, "id=movie:238", "");
        row("GET /api/media", Admits.ANYONE_OR_CATALOGUE_APPS, 200);
        row("GET /api/search", Admits.ANYONE_OR_CATALOGUE_APPS, 400);
        row("GET /api/discover", Admits.ANYONE_OR_CATALOGUE_APPS, 200);
        row("GET /api/images/{size}/{file}", Admits.EVERYBODY, 404, "size=original&file=a.jpg", "");
        row("GET /api/vocabularies", Admits.ANYONE_OR_CATALOGUE_APPS, 200);
    }

    private void recommendations() {
        Admits admits = Admits.USERS_OR_RECOMMEND_APPS;
        row("GET /api/recommendations", admits, 200);
        row("POST /api/recommendations", admits, 200, "", "{\"limit\":3}");
        row("GET /api/recommendations/surprise", admits, 200);
        row("POST /api/recommendations/group", admits, 200, "", "{\"members\":[{\"titles\":[\"movie:603\"]}]}");
        row(
                "POST /api/recommendations/session",
                Admits.ANYONE_OR_RECOMMEND_APPS,
                200,
                "",
                "{\"titles\":[\"movie:603\"]}");
        row("POST /api/user/group-pass", admits, 201);
        row("GET /api/home", admits, 200);
    }

    private void admin() {
        Admits admits = Admits.ADMINS;
        row("GET /api/admin/accounts", admits, 200);
        row("POST /api/admin/accounts/promote", admits, 400, "", "{}");
        row("POST /api/admin/accounts/confirm", admits, 400, "", "{}");
        row("GET /api/admin/apikeys", admits, 200);
        row("POST /api/admin/apikeys", admits, 400, "", "{}");
        row("DELETE /api/admin/apikeys/{keyId}", admits, 404, "keyId=nothing", "");
        row("GET /api/admin/models", admits, 200);
        row("POST /api/admin/models/{version}/promote", admits, 404, "version=nothing", "");
        row("POST /api/admin/models/rollback", admits, 409);
        row("GET /api/admin/jobs", admits, 200);
        row("GET /api/admin/jobs/{job}", admits, 200, "job=train", "");
        row("POST /api/admin/jobs/{job}", admits, 404, "job=nothing", "");
        row("POST /api/admin/jobs/{job}/cancel", admits, 404, "job=nothing", "");
    }

    private void row(String route, Admits admits, int status) {
        row(route, admits, status, "", "");
    }

    private void row(String route, Admits admits, int status, String path, String body) {
        rows.put(route, new Row(admits, status, path, body));
    }
}
