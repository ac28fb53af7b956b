package movierec.catalogue.tmdb;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the operator got from TMDB: an API key or a read access token. Both can do the same; the form of the value decides how
 * it is sent. The value leaves this class only into a request to TMDB.
 */
public final class TmdbCredential {
    private static final Pattern USUAL_KEY = Pattern.compile("[0-9a-fA-F]{32}");
    private static final Pattern USUAL_TOKEN = Pattern.compile("eyJ[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
    private static final Pattern SENDABLE = Pattern.compile("[!-~]+");
    private static final String MASK = "***";

    private final String value;
    private final boolean isKey;

    private TmdbCredential(String value, boolean isKey) {
        this.value = value;
        this.isKey = isKey;
    }

    /**
     * A value that begins as a JSON Web Token does is a token, anything else a key; only TMDB can say whether it is a good one.
     *
     * @throws IllegalArgumentException when it cannot be sent at all; the message does not show it
     */
    public static TmdbCredential of(String value) {
        String stripped = value.strip();
        if (!SENDABLE.matcher(stripped).matches()) {
            throw new IllegalArgumentException(
                    "The TMDB credential is an API key (32 hexadecimal digits) or a read access"
                            + " token (eyJ..., three parts with dots between them), without blanks in it");
        }
        return new TmdbCredential(stripped, !stripped.startsWith("eyJ"));
    }

    /** Whether it has the form that TMDB gives its credentials. */
    public boolean isUsual() {
        return (isKey ? USUAL_KEY : USUAL_TOKEN).matcher(value).matches();
    }

    /** Parameters that carry it, for an API key. */
    Map<String, String> parameters() {
        return isKey ? Map.of("api_key", value) : Map.of();
    }

    /** Headers that carry it, for a token. */
    Map<String, String> headers() {
        return isKey ? Map.of() : Map.of("Authorization", "Bearer " + value);
    }

    /** The text without the credential, should somebody have repeated it to us. */
    String hideIn(String text) {
        return text.replace(value, MASK);
    }

    @Override
    public String toString() {
        return (isKey ? "API key " : "access token ") + MASK;
    }
}
