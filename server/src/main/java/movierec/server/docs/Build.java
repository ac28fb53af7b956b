package movierec.server.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What was built.
 *
 * @param commit of the sources, or {@code unknown}
 * @param swaggerUi version of the Swagger UI inside
 */
public record Build(String version, String commit, String swaggerUi) {
    /** Reads what the build wrote into the jar. */
    public static Build current() {
        Properties properties = new Properties();
        try (InputStream in = Build.class.getResourceAsStream("/movierec/build.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Build(
                properties.getProperty("version", "unknown"),
                properties.getProperty("commit", "unknown"),
                properties.getProperty("swagger-ui", "unknown"));
    }
}
