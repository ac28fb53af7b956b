package movierec.server.identity;

import java.nio.charset.StandardCharsets;
import movierec.identity.IdentityProvider;
import movierec.server.http.Answer;
import movierec.server.http.Caching;
import movierec.server.http.Call;
import movierec.server.http.Endpoint;
import movierec.server.http.EntityTag;

/** {@code GET /.well-known/jwks.json}: the public keys that verify our tokens. */
public final class ShowKeys implements Endpoint {
    private final IdentityProvider identity;

    public ShowKeys(IdentityProvider identity) {
        this.identity = identity;
    }

    @Override
    public Answer answer(Call call) {
        String keys = identity.jwks();
        return Answer.bytes(200, Answer.JSON, keys.getBytes(StandardCharsets.UTF_8))
                .cached(Caching.DOCUMENT, EntityTag.of(keys));
    }
}
