package movierec.title;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The lists that everybody sees (CAT-1); lists by genre are asked for by genre. */
public enum ListType {
    TRENDING,
    POPULAR,
    TOP_RATED,
    HIDDEN_GEMS,
    AWARD_WINNING;

    /** The word used in parameters. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ListType> of(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }
}
