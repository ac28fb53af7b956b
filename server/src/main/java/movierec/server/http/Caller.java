package movierec.server.http;

import java.util.Set;
import movierec.failure.Refusal;
import movierec.identity.UserId;

/** Who sent a request, as far as a verified token or key says. */
public sealed interface Caller {
    /** Nobody we know. */
    record Anonymous() implements Caller {}

    /** Someone with an account. */
    record User(UserId id, boolean admin) implements Caller {}

    /**
     * An app client with an API key.
     *
     * @param id of the key's owner, such as the key's own id
     * @param scopes among {@code catalogue events recommend admin}
     */
    record App(String id, Set<String> scopes) implements Caller {
        public App {
            scopes = Set.copyOf(scopes);
        }

        /**
         * The user the app acts for.
         *
         * @param externalUserId the app's own id of that user, as sent in {@code X-User-Id}
         */
        UserId user(String externalUserId) {
            boolean plain = externalUserId.chars().allMatch(c -> c > ' ' && c < 0x7f);
            if (externalUserId.isEmpty() || externalUserId.length() > 64 || !plain) {
                throw Refusal.Invalid.parameter(
                        "X-User-Id", "must name the app's user with 1 to 64 visible ASCII characters");
            }
            return new UserId("app:" + id + ":" + externalUserId);
        }
    }

    Caller NOBODY = new Anonymous();
}
