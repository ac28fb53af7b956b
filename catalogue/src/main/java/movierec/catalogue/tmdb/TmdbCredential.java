package movierec.catalogue.tmdb;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the operator got from TMDB: an API key or a read access token. Both can do the same; the form of the value decides how
 * it is sent. The value leaves this class only into a request to TMDB.
 */
public final class TmdbCredential {
    private static final Pattern KEY = Pattern.compile("[0-9a-fA-F]{32}");
    private static final Pattern TOKEN = Pattern.compile("eyJ[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
    private static final String MASK = "***";

    private final String value;
    private final boolean isKey;

    private TmdbCredential(String value, boolean isKey) {
        this.value = value;
        this.isKey = isKey;
    }

    /** @throws IllegalArgumentException when it is neither; the message does not show it */
    public static TmdbCredential of(String value) {
        String stripped = value.strip();
        boolean isKey = KEY.matcher(stripped).matches();
        if (!isKey && !TOKEN.matcher(stripped).matches()) {
            throw new IllegalArgumentException(
                    "The TMDB credential is neither an API key (32 hexadecimal digits) nor a read"
                            + " access token (eyJ..., three parts with dots between them); it has " + stripped.length()
                            + " characters");
        }
        return new TmdbCredential(stripped, isKey);
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
