package movierec.identity;

import java.util.Locale;
import java.util.Optional;

/** What an API key may be used for. */
public enum Scope {
    /** Read titles, lists and search. */
    CATALOGUE,
    /** Record events on behalf of the app's users. */
    EVENTS,
    /** Ask for recommendations on behalf of the app's users. */
    RECOMMEND,
    /** The admin API. */
    ADMIN;

    /** The word used in JSON, storage and on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Scope> of(String word) {
        for (Scope scope : values()) {
            if (scope.word().equals(word)) {
                return Optional.of(scope);
            }
        }
        return Optional.empty();
    }
}
