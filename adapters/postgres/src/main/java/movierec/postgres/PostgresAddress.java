package movierec.postgres;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import movierec.failure.OutsideFailure;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where the database is and who may use it, from a URL such as {@code postgres://user:password@host:5432/name?sslmode=require};
 * {@code postgresql://} and {@code jdbc:postgresql://} mean the same. Parameters are those of the JDBC driver, and the
 * usual ones of libpq. {@link #toString} holds no credentials.
 */
public final class PostgresAddress {
    /** Parameters that other PostgreSQL clients write in another way. */
    private static final Map<String, String> DRIVER_NAMES = Map.of(
            "application_name", "ApplicationName",
            "connect_timeout", "connectTimeout",
            "channel_binding", "channelBinding",
            "target_session_attrs", "targetServerType");

    private final String place;
    private final Map<String, String> properties;

    private PostgresAddress(String place, Map<String, String> properties) {
        this.place = place;
        this.properties = properties;
    }

    /**
     * Reads a URL.
     *
     * @throws OutsideFailure when it is none of the forms; the message holds nothing of it that could be a secret
     */
    public static PostgresAddress parse(String url) {
        String trimmed = url.strip();
        int start = trimmed.indexOf("://");
        String scheme = start < 0 ? "" : trimmed.substring(0, start).toLowerCase(Locale.ROOT);
        if (!scheme.equals("postgres") && !scheme.equals("postgresql") && !scheme.equals("jdbc:postgresql")) {
            throw unusable("it has to look like postgres://user:password@host:5432/database");
        }
        String rest = trimmed.substring(start + 3);
        int question = rest.indexOf('?');
        String beforeParameters = question < 0 ? rest : rest.substring(0, question);
        // The last @: a password that holds one is forgiven.
        int at = beforeParameters.lastIndexOf('@');
        String place = beforeParameters.substring(at + 1);
        if (place.isEmpty() || place.startsWith("/")) {
            throw unusable("it names no host");
        }
        Map<String, String> properties = new TreeMap<>();
        if (at >= 0) {
            String credentials = beforeParameters.substring(0, at);
            int colon = credentials.indexOf(':');
            properties.put("user", decoded(colon < 0 ? credentials : credentials.substring(0, colon)));
            if (colon >= 0) {
                properties.put("password", decoded(credentials.substring(colon + 1)));
            }
        }
        if (question >= 0) {
            addParameters(rest.substring(question + 1), properties);
        }
        return new PostgresAddress(place, properties);
    }

    private static void addParameters(String parameters, Map<String, String> properties) {
        for (String parameter : parameters.split("&", -1)) {
            int equal = parameter.indexOf('=');
            if (parameter.isEmpty()) {
                continue;
            }
            if (equal < 0) {
                throw unusable("one of its parameters has no value");
            }
            String written = parameter.substring(0, equal);
            String name = DRIVER_NAMES.getOrDefault(written, written);
            // A misspelt sslmode that is silently left out would be worse than this.
            if (PGProperty.forName(name) == null) {
                throw unusable("it has a parameter that the driver does not know: " + decoded(written));
            }
            properties.put(name, decoded(parameter.substring(equal + 1)));
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) { // its message would quote the text
            throw unusable("it has a % that is not followed by two hexadecimal digits; write %25 for a percent sign");
        }
    }

    /** The same place with other credentials, for those who keep them apart from the URL. */
    public PostgresAddress withCredentials(String user, String password) {
        Map<String, String> changed = new TreeMap<>(properties);
        changed.put("user", user);
        changed.put("password", password);
        return new PostgresAddress(place, changed);
    }

    /** @param defaults properties of the driver that hold where the URL says nothing else */
    PGSimpleDataSource dataSource(Properties defaults) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        try {
            source.setUrl("jdbc:postgresql://" + place);
            for (String name : defaults.stringPropertyNames()) {
                source.setProperty(name, defaults.getProperty(name));
            }
            for (Map.Entry<String, String> property : properties.entrySet()) {
                source.setProperty(property.getKey(), property.getValue());
            }
            return source;
        } catch (SQLException | IllegalArgumentException refused) {
            throw unusable("the driver does not understand its host or one of its parameters");
        }
    }

    private static OutsideFailure unusable(String why) {
        return new OutsideFailure(
                PostgresDatabase.SYSTEM,
                "the database URL (DATABASE_URL) is not usable: " + why,
                false,
                new IllegalArgumentException(why));
    }

    /** Host, port and name of the database. */
    @Override
    public String toString() {
        return place;
    }
}
