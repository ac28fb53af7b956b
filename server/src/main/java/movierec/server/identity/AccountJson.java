package movierec.server.identity;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import movierec.identity.Account;
import movierec.identity.Profile;
import movierec.identity.Role;

/** The wire shape of an account. */
public final class AccountJson {
    private AccountJson() {}

    public static ObjectNode of(Profile profile, Role role) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("sub", profile.userId().value())
                .put("email", profile.email().typed())
                .put("role", role.word())
                .put("createdAt", profile.createdAt().toString());
    }

    /** As admins see it. */
    public static ObjectNode of(Account account) {
        return of(account.profile(), account.role()).put("confirmed", account.confirmed());
    }
}
