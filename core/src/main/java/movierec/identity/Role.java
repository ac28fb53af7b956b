package movierec.identity;

import java.util.Locale;

/** What an account may do. */
public enum Role {
    USER,
    ADMIN;

    /** The word used in tokens, JSON and storage. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a word written by {@link #word}. */
    public static Role of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
