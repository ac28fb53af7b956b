package movierec.identity;

import java.time.Instant;

/**
 * Someone who can sign in.
 *
 * @param userId the {@code sub} of tokens: a random UUID that never changes
 * @param passwordHash made by {@link PasswordHasher}
 * @param confirmed whether the account may sign in
 */
public record Account(
        UserId userId, Email email, String passwordHash, Role role, boolean confirmed, Instant createdAt) {
    public Account {
        createdAt = Instant.ofEpochMilli(createdAt.toEpochMilli());
    }

    public Account withPasswordHash(String newHash) {
        return new Account(userId, email, newHash, role, confirmed, createdAt);
    }

    public Account withRole(Role newRole) {
        return new Account(userId, email, passwordHash, newRole, confirmed, createdAt);
    }

    public Account asConfirmed() {
        return new Account(userId, email, passwordHash, role, true, createdAt);
    }

    public Profile profile() {
        return new Profile(userId, email, createdAt);
    }

    /** Leaves out the address and the hash: neither belongs in a log. */
    @Override
    public String toString() {
        return "Account[" + userId + ", " + role.word() + (confirmed ? "" : ", unconfirmed") + "]";
    }
}
