package movierec.server.edge;

import java.util.Set;

/** Keeps methods that clients make up out of metrics and logs. */
final class MethodNames {
    private static final Set<String> KNOWN = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private MethodNames() {}

    static String known(String method) {
        return KNOWN.contains(method) ? method : "OTHER";
    }
}
