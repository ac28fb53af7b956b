package movierec.crypto;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import movierec.failure.Refusal;
import movierec.identity.AccessClaims;
import movierec.identity.Email;
import movierec.identity.Role;
import movierec.identity.ShortMemory;
import movierec.identity.TokenSigner;
import movierec.identity.UserId;

/**
 * JSON web tokens signed with RS256, of all asymmetric algorithms the cheapest to verify. Verified tokens are remembered
 * until they expire, so that the second request with a token costs a look-up.
 */
public final class JwtTokens implements TokenSigner {
    private static final String AUDIENCE = "movierec";
    private static final String TOKEN_USE = "token_use";
    private static final int MAX_LENGTH = 4096;
    private static final int MAX_REMEMBERED = 10_000;

    private final SigningKeys keys;
    private final String issuer;
    private final InstantSource clock;
    private final ShortMemory<AccessClaims> verified = new ShortMemory<>(MAX_REMEMBERED);

    /** @param issuer the {@code iss} of every token; tokens of another issuer are refused */
    public JwtTokens(SigningKeys keys, String issuer, InstantSource clock) {
        this.keys = keys;
        this.issuer = issuer;
        this.clock = clock;
    }

    @Override
    public String accessToken(AccessClaims claims) {
        return sign(claimsSet(claims, "access").build());
    }

    @Override
    public String idToken(AccessClaims claims, Email email) {
        return sign(claimsSet(claims, "id").claim("email", email.typed()).build());
    }

    @Override
    public AccessClaims verify(String accessToken) {
        Instant now = clock.instant();
        Optional<AccessClaims> known = verified.recall(accessToken, now);
        if (known.isPresent()) {
            return known.get();
        }
        if (accessToken.length() > MAX_LENGTH) {
            throw invalid();
        }
        long asOf = verified.generation();
        AccessClaims claims = read(accessToken, now);
        verified.remember(accessToken, claims, asOf, claims.expiresAt());
        return claims;
    }

    @Override
    public String jwks() {
        return keys.jwks();
    }

    private JWTClaimsSet.Builder claimsSet(AccessClaims claims, String use) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(AUDIENCE)
                .subject(claims.userId().value())
                .issueTime(Date.from(claims.issuedAt()))
                .expirationTime(Date.from(claims.expiresAt()))
                .jwtID(claims.tokenId())
                .claim("sid", claims.sessionId())
                .claim("role", claims.role().word())
                .claim(TOKEN_USE, use);
    }

    private String sign(JWTClaimsSet claims) {
        SigningKeys.Signer signer = keys.signer();
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(signer.keyId())
                .type(JOSEObjectType.JWT)
                .build();
        SignedJWT token = new SignedJWT(header, claims);
        try {
            token.sign(signer.signer());
        } catch (JOSEException e) {
            throw new IllegalStateException("Cannot sign with the key " + signer.keyId(), e);
        }
        return token.serialize();
    }

    private AccessClaims read(String text, Instant now) {
        try {
            // Parsing refuses alg "none"; anything but RS256 is refused before a key is chosen, so that a public key is
            // never taken for the secret of an HMAC.
            SignedJWT token = SignedJWT.parse(text);
            JWSHeader header = token.getHeader();
            if (!JWSAlgorithm.RS256.equals(header.getAlgorithm()) || header.getKeyID() == null) {
                throw invalid();
            }
            RSASSAVerifier verifier = keys.verifier(header.getKeyID()).orElseThrow(JwtTokens::invalid);
            if (!token.verify(verifier)) {
                throw invalid();
            }
            return accessClaims(token.getJWTClaimsSet(), now);
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            throw invalid();
        }
    }

    private AccessClaims accessClaims(JWTClaimsSet claims, Instant now) throws ParseException {
        boolean ours = issuer.equals(claims.getIssuer())
                && claims.getAudience().equals(List.of(AUDIENCE))
                && "access".equals(claims.getStringClaim(TOKEN_USE));
        String subject = claims.getSubject();
        String tokenId = claims.getJWTID();
        String sessionId = claims.getStringClaim("sid");
        String role = claims.getStringClaim("role");
        Date issuedAt = claims.getIssueTime();
        Date expiresAt = claims.getExpirationTime();
        if (!ours || subject == null || tokenId == null || sessionId == null || role == null) {
            throw invalid();
        }
        if (issuedAt == null || expiresAt == null || !now.isBefore(expiresAt.toInstant())) {
            throw invalid();
        }
        return new AccessClaims(
                new UserId(subject), tokenId, sessionId, Role.of(role), issuedAt.toInstant(), expiresAt.toInstant());
    }

    private static Refusal invalid() {
        return new Refusal.Unauthenticated("The access token is not valid or has expired");
    }
}
