package movierec.server.security;

import movierec.server.http.Caller;

/** Verifies what a caller says of itself. Thread-safe; called for nearly every request, so microseconds matter. */
public interface Authenticator {
    /**
     * Reads an access token.
     *
     * @throws movierec.failure.Refusal.Unauthenticated when it is not good
     */
    Caller bearer(String token);

    /**
     * Reads an API key.
     *
     * @throws movierec.failure.Refusal.Unauthenticated when it is not good
     */
    Caller apiKey(String key);

    /** Who a request without any credentials comes from. */
    default Caller nobody() {
        return Caller.NOBODY;
    }
}
