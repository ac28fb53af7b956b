package movierec.server.identity;

import java.util.stream.Collectors;
import movierec.identity.ApiKey;
import movierec.identity.ApiKeys;
import movierec.identity.IdentityProvider;
import movierec.identity.Scope;
import movierec.identity.VerifiedUser;
import movierec.server.http.Caller;
import movierec.server.security.Authenticator;

/** Asks the identity provider about access tokens, and the key store about API keys. */
public record TokenAuthenticator(IdentityProvider identity, ApiKeys apiKeys) implements Authenticator {
    @Override
    public Caller bearer(String token) {
        VerifiedUser user = identity.verify(token);
        return new Caller.User(user.userId(), user.isAdmin());
    }

    @Override
    public Caller apiKey(String key) {
        ApiKey known = apiKeys.verify(key);
        return new Caller.App(
                known.keyId(), known.scopes().stream().map(Scope::word).collect(Collectors.toSet()));
    }
}
