package movierec.server.http;

/** Who may call a route. */
public sealed interface Access {
    /** Everybody; credentials are not even looked at, so that an expired token never bars the way to a new one. */
    record Open() implements Access {}

    /** Everybody; credentials that are sent must be good, and an app needs the scope. */
    record Anyone(String scope) implements Access {}

    /** A signed-in user, or an app with the scope on behalf of one of its users. */
    record SignedIn(String scope) implements Access {}

    /** An admin, or an app with the scope {@code admin}. */
    record Admin() implements Access {}

    /** No app has this scope: only people may. */
    String NO_APP = "";
}
