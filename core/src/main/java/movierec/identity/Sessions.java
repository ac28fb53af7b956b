package movierec.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import movierec.failure.Refusal;
import movierec.identity.SessionStore.Rotation;

/**
 * Issues tokens, rotates refresh tokens and checks access tokens. Thread-safe.
 *
 * <p>An access token counts only while its session exists. Sessions are looked up in the store and remembered for
 * {@link #REMEMBERED}: what ends a session here stops its access tokens at once, what ends it in another process within
 * that time.
 */
public final class Sessions {
    public static final Duration ACCESS_LIFETIME = Duration.ofHours(1);
    public static final Duration REFRESH_LIFETIME = Duration.ofDays(30);
    static final Duration REMEMBERED = Duration.ofSeconds(2);
    private static final int MAX_REMEMBERED = 20_000;

    private final SessionStore store;
    private final AccountStore accounts;
    private final TokenSigner signer;
    private final Secrets secrets;
    private final InstantSource clock;
    private final ShortMemory<VerifiedUser> users = new ShortMemory<>(MAX_REMEMBERED);

    public Sessions(
            SessionStore store, AccountStore accounts, TokenSigner signer, Secrets secrets, InstantSource clock) {
        this.store = store;
        this.accounts = accounts;
        this.signer = signer;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Opens a session for an account whose password was just checked. */
    IssuedTokens open(Account account) {
        Instant now = clock.instant();
        String refreshToken = secrets.token();
        RefreshToken first = new RefreshToken(
                Secrets.hash(refreshToken), secrets.token(), account.userId(), now, now.plus(REFRESH_LIFETIME));
        if (!store.open(first, account)) {
            throw SignIn.wrongCredentials();
        }
        return issue(account, first.sessionId(), refreshToken, now);
    }

    /** Exchanges a refresh token for new tokens. */
    IssuedTokens refresh(String refreshToken) {
        Instant now = clock.instant();
        String nextToken = secrets.token();
        Rotation rotation =
                store.rotate(Secrets.hash(refreshToken), Secrets.hash(nextToken), now, now.plus(REFRESH_LIFETIME));
        return switch (rotation) {
            case Rotation.Rotated rotated -> {
                RefreshToken next = rotated.next();
                Account account = accounts.find(next.userId()).orElseThrow(Sessions::notRefreshable);
                yield issue(account, next.sessionId(), nextToken, now);
            }
            case Rotation.Reused reused -> {
                users.forgetAll();
                throw notRefreshable();
            }
            case Rotation.Unknown unknown -> throw notRefreshable();
        };
    }

    /** Ends the session of a refresh token. */
    void end(String refreshToken) {
        if (store.end(Secrets.hash(refreshToken))) {
            users.forgetAll();
        }
    }

    VerifiedUser verify(String accessToken) {
        if (accessToken.isEmpty()) {
            throw new Refusal.Unauthenticated("Not authenticated");
        }
        AccessClaims claims = signer.verify(accessToken);
        Instant now = clock.instant();
        return users.recall(claims.sessionId(), now).orElseGet(() -> lookUp(claims, now));
    }

    /** Has every session looked up anew. */
    void forgetAll() {
        users.forgetAll();
    }

    /** Forgets expired refresh tokens and returns how many; for a daily job. */
    public int deleteExpired() {
        return store.deleteExpired(clock.instant());
    }

    private VerifiedUser lookUp(AccessClaims claims, Instant now) {
        long asOf = users.generation();
        VerifiedUser user = store.user(claims.sessionId())
                .filter(found -> found.userId().equals(claims.userId()))
                .orElseThrow(() -> new Refusal.Unauthenticated("This session has ended; please sign in again"));
        users.remember(claims.sessionId(), user, asOf, now.plus(REMEMBERED));
        return user;
    }

    private IssuedTokens issue(Account account, String sessionId, String refreshToken, Instant now) {
        AccessClaims claims = new AccessClaims(
                account.userId(), secrets.token(), sessionId, account.role(), now, now.plus(ACCESS_LIFETIME));
        return new IssuedTokens(
                signer.accessToken(claims),
                signer.idToken(claims, account.email()),
                refreshToken,
                account.email(),
                ACCESS_LIFETIME);
    }

    private static Refusal notRefreshable() {
        return new Refusal.Unauthenticated("The refresh token is not valid or was used before; please sign in again");
    }
}
