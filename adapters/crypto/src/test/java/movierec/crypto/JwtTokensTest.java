package movierec.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.function.Consumer;
import movierec.failure.Refusal;
import movierec.identity.Email;
import movierec.identity.TokenSigner;
import movierec.testkit.identity.Identities;
import movierec.testkit.identity.SettableClock;
import movierec.testkit.identity.TokenSignerContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JwtTokensTest extends TokenSignerContract {
    private static final String ISSUER = "https://movies.example";

    @TempDir
    Path folder = Path.of("");

    private final SettableClock clock = new SettableClock(Identities.NOW);
    private RSAKey key = anyKey();
    private JwtTokens tokens = tokens();

    private static RSAKey anyKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("other").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private JwtTokens tokens() {
        return new JwtTokens(SigningKeys.open(folder, clock), ISSUER, clock);
    }

    @BeforeEach
    void openKeys() {
        tokens = tokens();
        key = new KeyFolder(folder).load().getFirst();
    }

    @Override
    protected TokenSigner signer() {
        return tokens;
    }

    @Override
    protected SettableClock clock() {
        return clock;
    }

    @Test
    void refusesAnUnsignedToken() {
        assertRefused(new PlainJWT(claims(claims -> {})).serialize());
    }

    @Test
    void refusesAnUnsignedTokenDressedAsOurs() {
        String[] parts = tokens.accessToken(CLAIMS).split("\\.", -1);
        String none = base64("{\"alg\":\"none\",\"kid\":\"" + key.getKeyID() + "\"}");

        assertRefused(none + "." + parts[1] + ".");
        assertRefused(none + "." + parts[1] + "." + parts[2]);
        assertRefused(parts[0] + "." + parts[1] + ".");
    }

    @Test
    void refusesAnHmacWithThePublicKeyAsSecret() throws JOSEException {
        byte[] encoded = key.toRSAPublicKey().getEncoded();
        byte[] pem = ("-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded)
                        + "\n-----END PUBLIC KEY-----\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] jwk = key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);

        for (byte[] secret : new byte[][] {encoded, pem, jwk}) {
            assertRefused(signed(JWSAlgorithm.HS256, key.getKeyID(), new MACSigner(secret), claims(claims -> {})));
        }
    }

    @Test
    void refusesAnotherKeyUnderOurKeysId() throws JOSEException {
        RSAKey stranger = new RSAKeyGenerator(2048).generate();

        assertRefused(signed(JWSAlgorithm.RS256, key.getKeyID(), new RSASSASigner(stranger), claims(claims -> {})));
    }

    @Test
    void refusesAKeyThatTheTokenBringsAlong() throws JOSEException {
        RSAKey stranger = new RSAKeyGenerator(2048).keyID("stranger").generate();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID("stranger")
                        .jwk(stranger.toPublicJWK())
                        .build(),
                claims(claims -> {}));
        token.sign(new RSASSASigner(stranger));

        assertRefused(token.serialize());
    }

    @Test
    void refusesAnotherAlgorithmOfOurKey() throws JOSEException {
        assertRefused(signed(JWSAlgorithm.RS512, key.getKeyID(), new RSASSASigner(key), claims(claims -> {})));
        assertRefused(signed(JWSAlgorithm.PS256, key.getKeyID(), new RSASSASigner(key), claims(claims -> {})));
    }

    @Test
    void refusesAChangedToken() {
        String[] parts = tokens.accessToken(CLAIMS).split("\\.", -1);
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String changed = payload.replace(CLAIMS.userId().value(), "8a6e0804-2bd0-4672-b79d-d97027f9071b");

        assertThat(changed).isNotEqualTo(payload);
        assertRefused(parts[0] + "." + base64(changed) + "." + parts[2]);
    }

    @Test
    void refusesForeignTokensOfOurKey() throws JOSEException {
        assertRefused(ours(claims -> claims.issuer("https://elsewhere.example")));
        assertRefused(ours(claims -> claims.issuer(null)));
        assertRefused(ours(claims -> claims.audience("elsewhere")));
        assertRefused(ours(claims -> claims.claim("token_use", "id")));
        assertRefused(ours(claims -> claims.claim("token_use", null)));
        assertRefused(ours(claims -> claims.expirationTime(null)));
        assertRefused(ours(claims -> claims.subject("")));
        assertRefused(ours(claims -> claims.claim("sid", null)));
        assertRefused(ours(claims -> claims.claim("sid", 7)));
        assertRefused(ours(claims -> claims.claim("role", "emperor")));
        assertRefused(ours(claims -> claims.expirationTime(Date.from(Identities.NOW))));
    }

    @Test
    void acceptsWhatTheseForgeriesVary() throws JOSEException {
        assertThat(tokens.verify(ours(claims -> {}))).isEqualTo(CLAIMS);
    }

    @Test
    void refusesATokenWithoutAKeysIdAndAHugeOne() throws JOSEException {
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims(claims -> {}));
        token.sign(new RSASSASigner(key));

        assertRefused(token.serialize());
        assertRefused(ours(claims -> claims.claim("filler", "x".repeat(10_000))));
    }

    @Test
    void othersCanVerifyWithThePublishedKeysWhichHoldNoSecret() throws ParseException, JOSEException {
        SignedJWT access = SignedJWT.parse(tokens.accessToken(CLAIMS));
        SignedJWT id = SignedJWT.parse(tokens.idToken(CLAIMS, new Email("anna@example.org")));
        JWKSet published = JWKSet.parse(tokens.jwks());

        RSAKey publicKey =
                published.getKeyByKeyId(access.getHeader().getKeyID()).toRSAKey();
        assertThat(publicKey.isPrivate()).isFalse();
        assertThat(tokens.jwks()).doesNotContain("\"d\"", "\"p\"", "\"q\"");
        assertThat(access.verify(new RSASSAVerifier(publicKey))).isTrue();
        assertThat(id.verify(new RSASSAVerifier(publicKey))).isTrue();
        assertThat(id.getJWTClaimsSet().getStringClaim("email")).isEqualTo("anna@example.org");
        assertThat(access.getJWTClaimsSet().getClaim("email")).isNull();
    }

    @Test
    void aRotatedKeyVerifiesForADayThenNoMore() {
        SigningKeys keys = SigningKeys.open(folder, clock);
        JwtTokens rotating = new JwtTokens(keys, ISSUER, clock);
        String before = rotating.accessToken(CLAIMS);

        keys.rotate();
        String after = rotating.accessToken(CLAIMS);

        assertThat(rotating.verify(before)).isEqualTo(CLAIMS);
        assertThat(rotating.verify(after)).isEqualTo(CLAIMS);
        assertThat(keyId(after)).isNotEqualTo(keyId(before));
        assertThat(rotating.jwks()).contains(keyId(before), keyId(after));
        clock.advance(Duration.ofDays(2));
        keys.rotate();
        assertThat(rotating.jwks()).contains(keyId(after)).doesNotContain(keyId(before));
    }

    @Test
    void anotherProcessSeesARotationAtOnceWhenATokenComes() {
        JwtTokens another = tokens();
        clock.advance(Duration.ofSeconds(10));
        SigningKeys keys = SigningKeys.open(folder, clock);
        keys.rotate();
        String token = new JwtTokens(keys, ISSUER, clock).accessToken(CLAIMS);

        assertThat(another.verify(token)).isEqualTo(CLAIMS);
    }

    @Test
    void tokensOutliveARestart() {
        String token = tokens.accessToken(CLAIMS);

        assertThat(tokens().verify(token)).isEqualTo(CLAIMS);
    }

    private String ours(Consumer<JWTClaimsSet.Builder> change) throws JOSEException {
        return signed(JWSAlgorithm.RS256, key.getKeyID(), new RSASSASigner(key), claims(change));
    }

    private static String signed(JWSAlgorithm algorithm, String keyId, JWSSigner signer, JWTClaimsSet claims)
            throws JOSEException {
        SignedJWT token =
                new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId).build(), claims);
        token.sign(signer);
        return token.serialize();
    }

    private static JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience("movierec")
                .subject(CLAIMS.userId().value())
                .jwtID(CLAIMS.tokenId())
                .issueTime(Date.from(CLAIMS.issuedAt()))
                .expirationTime(Date.from(CLAIMS.expiresAt()))
                .claim("sid", CLAIMS.sessionId())
                .claim("role", CLAIMS.role().word())
                .claim("token_use", "access");
        change.accept(claims);
        return claims.build();
    }

    private void assertRefused(String token) {
        assertThatThrownBy(() -> tokens.verify(token))
                .isInstanceOf(Refusal.Unauthenticated.class)
                .hasMessage("The access token is not valid or has expired");
    }

    private static String keyId(String token) {
        try {
            return SignedJWT.parse(token).getHeader().getKeyID();
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
