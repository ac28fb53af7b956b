package movierec.cli.operate;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import movierec.app.Config;

/** Asks a running server on this machine how it is. */
final class HealthProbe {
    private static final int PATIENCE_MILLIS = 3_000;
    private static final String EVERYWHERE_4 = "0.0.0.0";
    private static final String EVERYWHERE_6 = "::";

    private HealthProbe() {}

    /** What the server said. */
    record Told(int status, String body) {}

    /** Where the server of these settings is reached from this machine. */
    static URI address(Config.Http http) {
        String host = http.host().equals(EVERYWHERE_4) || http.host().equals(EVERYWHERE_6) ? "127.0.0.1" : http.host();
        String inUri = host.indexOf(':') < 0 ? host : "[" + host + "]";
        return URI.create("http://" + inUri + ":" + http.port());
    }

    /** Empty when nobody answers HTTP there. */
    static Optional<Told> ask(URI address, String path) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) address.resolve(path).toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            int status = connection.getResponseCode();
            try (InputStream body = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
                String text = body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
                return status < 0 ? Optional.empty() : Optional.of(new Told(status, text));
            }
        } catch (IOException nobodyThere) {
            return Optional.empty();
        }
    }
}
