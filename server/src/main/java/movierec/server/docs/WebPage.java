package movierec.server.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import movierec.server.http.Answer;
import movierec.server.http.Caching;

/** Pages and files from the class path. */
final class WebPage {
    private WebPage() {}

    static Optional<byte[]> resource(String path) {
        try (InputStream in = WebPage.class.getResourceAsStream(path)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String path) {
        return new String(
                resource(path).orElseThrow(() -> new IllegalStateException("Missing in the build: " + path)),
                StandardCharsets.UTF_8);
    }

    /**
     * @param imageOrigin from where pictures may be loaded besides this server, or empty
     * @param allowed what else the page may load, beyond styles in the page itself
     */
    static Answer html(String html, String imageOrigin, String allowed) {
        String images = imageOrigin.isEmpty() ? "" : " " + imageOrigin;
        return Answer.text("text/html; charset=utf-8", html)
                .cached(Caching.DOCUMENT)
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:" + images + "; "
                                + allowed
                                + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    }
}
