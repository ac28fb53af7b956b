package movierec.identity;

import java.util.Locale;
import java.util.Optional;

/** How a new account is confirmed before it may sign in. */
public enum Confirmation {
    /** At once; the default while no mail server is set. */
    AUTO,
    /** By a code sent to the e-mail address. */
    MAIL,
    /** By an admin; the first account of all needs nobody. */
    ADMIN;

    /** Reads the word used in the configuration. */
    public static Optional<Confirmation> of(String word) {
        for (Confirmation confirmation : values()) {
            if (confirmation.name().toLowerCase(Locale.ROOT).equals(word)) {
                return Optional.of(confirmation);
            }
        }
        return Optional.empty();
    }
}
