package movierec.server.http;

/** The rate limits: one for every caller, and stricter ones that some routes add, each counted by client address. */
public enum Policy {
    DEFAULT("default"),
    SIGN_IN("sign-in"),
    SIGN_UP("sign-up"),
    CODES("codes"),
    IMPORT("import"),
    /** Pictures: one page shows many, and they cost us little. */
    IMAGES("images"),
    /** Not limited at all: health and metrics. */
    NONE("none");

    private final String word;

    Policy(String word) {
        this.word = word;
    }

    /** The name in headers and settings. */
    public String word() {
        return word;
    }
}
