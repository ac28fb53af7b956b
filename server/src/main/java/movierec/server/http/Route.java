package movierec.server.http;

import java.util.ArrayList;
import java.util.List;

/**
 * One row of the route table. A new route is for signed-in users only, takes bodies up to 1 MB and has the default rate
 * limit, until it says otherwise.
 *
 * @param path template such as {@code /api/titles/{id}}
 * @param aliases further paths of the same endpoint, deprecated in the API's description
 */
public record Route(
        Method method,
        String path,
        List<String> aliases,
        Access access,
        Policy policy,
        int maxBodyBytes,
        Endpoint endpoint) {
    public static final int DEFAULT_BODY_BYTES = 1024 * 1024;

    public Route {
        aliases = List.copyOf(aliases);
    }

    public static Route get(String path, Endpoint endpoint) {
        return of(Method.GET, path, endpoint);
    }

    public static Route post(String path, Endpoint endpoint) {
        return of(Method.POST, path, endpoint);
    }

    public static Route put(String path, Endpoint endpoint) {
        return of(Method.PUT, path, endpoint);
    }

    public static Route patch(String path, Endpoint endpoint) {
        return of(Method.PATCH, path, endpoint);
    }

    public static Route delete(String path, Endpoint endpoint) {
        return of(Method.DELETE, path, endpoint);
    }

    private static Route of(Method method, String path, Endpoint endpoint) {
        return new Route(
                method,
                path,
                List.of(),
                new Access.SignedIn(Access.NO_APP),
                Policy.DEFAULT,
                DEFAULT_BODY_BYTES,
                endpoint);
    }

    public Route alias(String... paths) {
        return new Route(method, path, List.of(paths), access, policy, maxBodyBytes, endpoint);
    }

    /** For everybody; see {@link Access.Open}. */
    public Route open() {
        return with(new Access.Open());
    }

    /** For everybody; see {@link Access.Anyone}. */
    public Route forAnyone(String appScope) {
        return with(new Access.Anyone(appScope));
    }

    /** For signed-in users, and for apps with the scope on behalf of theirs. */
    public Route forUsersAndApps(String appScope) {
        return with(new Access.SignedIn(appScope));
    }

    public Route forAdmins() {
        return with(new Access.Admin());
    }

    private Route with(Access newAccess) {
        return new Route(method, path, aliases, newAccess, policy, maxBodyBytes, endpoint);
    }

    public Route limited(Policy newPolicy) {
        return new Route(method, path, aliases, access, newPolicy, maxBodyBytes, endpoint);
    }

    public Route maxBody(int newMaxBodyBytes) {
        return new Route(method, path, aliases, access, policy, newMaxBodyBytes, endpoint);
    }

    /** The path and its aliases. */
    public List<String> paths() {
        List<String> paths = new ArrayList<>(List.of(path));
        paths.addAll(aliases);
        return paths;
    }
}
