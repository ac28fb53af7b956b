package movierec.faketmdb;

import java.util.regex.Pattern;

/**
 * Who may ask.
 *
 * @param only the one key or token that is accepted; empty for every one that looks like TMDB's
 */
record Credentials(String only) {
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{32}");
    private static final String BEARER = "Bearer ";

    /** @param authorization the header, or empty */
    boolean accept(String authorization, String apiKey) {
        if (authorization.startsWith(BEARER)) {
            String token = authorization.substring(BEARER.length());
            return only.isEmpty() ? token.startsWith("eyJ") : token.equals(only);
        }
        return only.isEmpty() ? KEY.matcher(apiKey).matches() : apiKey.equals(only);
    }
}
