package movierec.testkit.identity;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import movierec.failure.Refusal;
import movierec.identity.AccessClaims;
import movierec.identity.Email;
import movierec.identity.TokenSigner;

/** Tokens that say nothing themselves: what they stand for is kept here. */
public final class FakeTokenSigner implements TokenSigner {
    private final InstantSource clock;
    private final Map<String, AccessClaims> claimsByToken = new ConcurrentHashMap<>();

    public FakeTokenSigner(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String accessToken(AccessClaims claims) {
        String token = "access-" + claims.tokenId();
        claimsByToken.put(token, claims);
        return token;
    }

    @Override
    public String idToken(AccessClaims claims, Email email) {
        return "id-" + claims.tokenId() + "-" + email;
    }

    @Override
    public AccessClaims verify(String accessToken) {
        AccessClaims claims = claimsByToken.get(accessToken);
        if (claims == null || !clock.instant().isBefore(claims.expiresAt())) {
            throw new Refusal.Unauthenticated("The access token is not valid or has expired");
        }
        return claims;
    }

    @Override
    public String jwks() {
        return "{\"keys\":[]}";
    }
}
