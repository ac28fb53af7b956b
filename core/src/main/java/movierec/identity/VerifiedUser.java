package movierec.identity;

import movierec.failure.Refusal;

/** Who a valid access token stands for. */
public record VerifiedUser(UserId userId, Role role) {
    public boolean isAdmin() {
        return role == Role.ADMIN;
    }

    /** Refuses everyone but admins. */
    public void requireAdmin() {
        if (!isAdmin()) {
            throw new Refusal.Forbidden("admin-only", "Only an admin may do this");
        }
    }
}
