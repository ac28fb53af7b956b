package movierec.identity;

import java.util.Locale;

/** What a code sent by mail allows. */
public enum CodePurpose {
    CONFIRM,
    RESET;

    /** The word used in storage. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
