package movierec.identity;

/**
 * Signs people up and in and knows whom a token stands for. One provider per installation: {@link LocalIdentity} or an
 * outside service. Every argument is raw input; what is wrong with it is refused with all faults at once. Thread-safe.
 *
 * <p>Fields named in faults: {@code email}, {@code password}, {@code code}, {@code refreshToken}.
 */
public interface IdentityProvider {
    /** Creates an account. Refuses a taken address with {@code Conflict("email-taken")}. */
    SignedUp signUp(String email, String password);

    /** Confirms a new account with the code it was sent. A code works once, and not after five wrong ones. */
    void confirm(String email, String code);

    /** Sends a new confirmation code. Says nothing about whether there is such an account, or a need. */
    void resend(String email);

    /**
     * Signs in. Refuses wrong credentials with {@code Unauthenticated}, alike for unknown addresses; an unconfirmed
     * account that knows its password with {@code Forbidden("unconfirmed")}; too many failures with {@code TooMany}.
     *
     * @param clientAddress network address of the client, against guessing through many accounts
     */
    IssuedTokens signIn(String email, String password, String clientAddress);

    /** Exchanges a refresh token for new tokens. A token works once; its reuse ends the session it belongs to. */
    IssuedTokens refresh(String refreshToken);

    /** Ends the session of a refresh token; an unknown token is no failure. */
    void signOut(String refreshToken);

    /** Sends a code for a new password. Says nothing about whether there is such an account. */
    void forgot(String email);

    /** Sets a new password with the code it was sent and ends every session of the account. */
    void reset(String email, String code, String newPassword);

    /**
     * Whom an access token stands for, with the present role. Costs microseconds.
     *
     * @param accessToken the bearer token, or an empty text when the request has none
     */
    VerifiedUser verify(String accessToken);

    /** To be called when a user's data was erased or their sessions ended elsewhere: their tokens stop at once. */
    void forget(UserId userId);

    /** The public keys with which others can verify the tokens: a JSON Web Key Set (RFC 7517). */
    String jwks();

    /** A new account; unconfirmed ones cannot sign in yet. */
    record SignedUp(Profile profile, Role role, boolean confirmed) {}
}
