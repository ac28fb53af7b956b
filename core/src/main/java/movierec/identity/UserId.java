package movierec.identity;

/** Whose data it is: an account's {@code sub}, or a user of an app client. Opaque; never an e-mail address. */
public record UserId(String value) {
    public UserId {
        if (value.isBlank() || value.length() > 128) {
            throw new IllegalArgumentException("A user id has 1 to 128 characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
