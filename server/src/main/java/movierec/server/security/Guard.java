package movierec.server.security;

import io.javalin.http.Context;
import movierec.failure.Refusal;
import movierec.server.http.Access;
import movierec.server.http.Caller;
import movierec.server.http.Exchange;
import movierec.server.http.Route;
import movierec.server.http.RouteHandler;

/** Stands before every route: who is it, how often do they come, may they. */
public final class Guard implements RouteHandler.Gate {
    private static final String BEARER = "Bearer ";

    private final Authenticator authenticator;
    private final RateLimits limits;

    public Guard(Authenticator authenticator, RateLimits limits) {
        this.authenticator = authenticator;
        this.limits = limits;
    }

    @Override
    public void admit(Route route, Context context, Exchange exchange) {
        try {
            exchange.calledBy(identify(route.access(), context));
        } finally {
            // also after a bad token, so that guessing tokens is limited by address
            limits.count(route.policy(), exchange, context.res());
        }
        permit(route.access(), exchange.caller());
    }

    private Caller identify(Access access, Context context) {
        if (access instanceof Access.Open) {
            return Caller.NOBODY;
        }
        String authorization = context.req().getHeader("Authorization");
        if (authorization != null) {
            if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
                throw new Refusal.Unauthenticated("The Authorization header must hold a Bearer token");
            }
            return authenticator.bearer(authorization.substring(BEARER.length()).strip());
        }
        String key = context.req().getHeader("X-API-Key");
        // asked for even without any credentials: a development setup may know somebody anyway
        return key != null ? authenticator.apiKey(key) : authenticator.nobody();
    }

    private static void permit(Access access, Caller caller) {
        switch (access) {
            case Access.Open ignored -> {}
            case Access.Anyone anyone -> requireScope(caller, anyone.scope());
            case Access.SignedIn signedIn -> {
                requireKnown(caller);
                requireScope(caller, signedIn.scope());
            }
            case Access.Admin ignored -> {
                requireKnown(caller);
                requireScope(caller, "admin");
                if (caller instanceof Caller.User user && !user.admin()) {
                    throw new Refusal.Forbidden("admin-only", "Only an admin may do this");
                }
            }
        }
    }

    private static void requireKnown(Caller caller) {
        if (caller instanceof Caller.Anonymous) {
            throw new Refusal.Unauthenticated("Not authenticated");
        }
    }

    private static void requireScope(Caller caller, String scope) {
        if (caller instanceof Caller.App app && !app.scopes().contains(scope)) {
            throw new Refusal.Forbidden(
                    "missing-scope",
                    scope.isEmpty() ? "API keys cannot be used here" : "This API key lacks the scope " + scope);
        }
    }
}
