package movierec.catalogue.tmdb;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A question to TMDB, without credential.
 *
 * @param endpoint template of the path, for metrics and messages
 * @param path below the base address
 * @param parameters in the order of their names
 * @param mustHave the field without which the answer is no answer
 * @param etag of the answer known already, or empty
 */
record TmdbRequest(String endpoint, String path, SortedMap<String, String> parameters, String mustHave, String etag) {

    static TmdbRequest to(String path, String mustHave) {
        return to(path, path, mustHave);
    }

    static TmdbRequest to(String endpoint, String path, String mustHave) {
        return new TmdbRequest(endpoint, path, new TreeMap<>(), mustHave, "");
    }

    TmdbRequest with(String name, String value) {
        SortedMap<String, String> more = new TreeMap<>(parameters);
        more.put(name, value);
        return new TmdbRequest(endpoint, path, more, mustHave, etag);
    }

    TmdbRequest unlessItIs(String knownEtag) {
        return new TmdbRequest(endpoint, path, parameters, mustHave, knownEtag);
    }

    /** Path and query with what the credential adds; not for showing. */
    String target(Map<String, String> credential) {
        SortedMap<String, String> all = new TreeMap<>(parameters);
        all.putAll(credential);
        String query = all.entrySet().stream()
                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
