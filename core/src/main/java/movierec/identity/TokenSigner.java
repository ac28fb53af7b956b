package movierec.identity;

/** Signs and verifies JSON web tokens (RFC 7519) with an asymmetric key. Thread-safe. */
public interface TokenSigner {
    String accessToken(AccessClaims claims);

    /** An ID token: the same claims and the e-mail address. It is no access token. */
    String idToken(AccessClaims claims, Email email);

    /**
     * Reads an access token that this signer, or one with the same keys, has signed.
     *
     * @throws movierec.failure.Refusal.Unauthenticated when it is malformed, expired, or not an access token of ours
     */
    AccessClaims verify(String accessToken);

    /** The public keys as a JSON Web Key Set (RFC 7517). */
    String jwks();
}
