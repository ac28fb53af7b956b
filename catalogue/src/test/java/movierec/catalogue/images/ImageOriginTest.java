package movierec.catalogue.images;

import static movierec.catalogue.images.ScriptedOrigin.JPEG;
import static movierec.catalogue.images.ScriptedOrigin.PNG;
import static movierec.catalogue.images.ScriptedOrigin.WEBP;
import static movierec.catalogue.images.ScriptedOrigin.head;
import static movierec.catalogue.images.ScriptedOrigin.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import movierec.failure.OutsideFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is fetched from the source, and above all what is not. */
class ImageOriginTest {
    private static final ImageName POSTER = new ImageName("w342", "abc.jpg");
    private static final int MAX_BYTES = 1000;
    private static final ImageOrigin.Limits LIMITS =
            new ImageOrigin.Limits(MAX_BYTES, Duration.ofSeconds(2), Duration.ofSeconds(10));
    private static final ImageOrigin.Limits SHORT =
            new ImageOrigin.Limits(MAX_BYTES, Duration.ofMillis(300), Duration.ofMillis(300));

    private static void assertFails(ScriptedOrigin.Script script, String why) {
        try (ScriptedOrigin server = ScriptedOrigin.with(script)) {
            assertFails(server.base(), LIMITS, why);
        }
    }

    private static void assertFails(String base, ImageOrigin.Limits limits, String why) {
        try (ImageOrigin origin = new ImageOrigin(() -> base, limits)) {
            assertThatThrownBy(() -> origin.fetch(POSTER))
                    .isInstanceOf(OutsideFailure.class)
                    .hasMessageContaining(why);
        }
    }

    /** A JPEG of so many bytes. */
    private static byte[] jpeg(int bytes) {
        return Arrays.copyOf(JPEG, bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body>blocked</body></html>",
                "<svg xmlns='http://www.w3.org/2000/svg'/>",
                "GIF89a",
                "RIFF....WAVE",
                ""
            })
    void refusesWhatIsNoPictureWhateverTheHeaderSays(String body) {
        assertFails(
                (path, out) -> send(out, "200 OK", "image/jpeg", body.getBytes(StandardCharsets.US_ASCII)),
                "no JPEG, PNG or WebP");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "301 Moved",
                "302 Found",
                "307 Temporary Redirect",
                "403 Forbidden",
                "429 Too Many Requests",
                "500 Oops",
                "503 Away"
            })
    void neitherFollowsNorBelievesOtherAnswers(String status) {
        assertFails(
                (path, out) -> {
                    head(out, status, "Content-Length: " + JPEG.length, "Location: /t/p/w342/other.jpg");
                    out.write(JPEG);
                },
                "status " + status.substring(0, 3));
    }

    @Test
    void refusesABodyThatIsAnnouncedAsTooLarge() {
        assertFails((path, out) -> send(out, "200 OK", "image/jpeg", jpeg(MAX_BYTES + 1)), "cannot be read");
    }

    @Test
    void refusesABodyThatTurnsOutTooLargeWithoutReadingItToItsEnd() {
        assertFails(
                (path, out) -> {
                    head(out, "200 OK", "Content-Type: image/jpeg");
                    out.write(JPEG);
                    while (true) { // ends when the client hangs up
                        out.write(new byte[MAX_BYTES]);
                    }
                },
                "cannot be read");
    }

    @Test
    void refusesABodyThatEndsEarly() {
        assertFails(
                (path, out) -> {
                    head(out, "200 OK", "Content-Type: image/jpeg", "Content-Length: 500");
                    out.write(JPEG);
                },
                "cannot be read");
    }

    @Test
    void refusesWhatIsNoHttp() {
        assertFails((path, out) -> out.write(JPEG), "cannot be read");
    }

    @Test
    void doesNotWaitForeverForTheHeaders() {
        try (ScriptedOrigin server = ScriptedOrigin.with((path, out) -> ScriptedOrigin.hang())) {
            assertFails(server.base(), SHORT, "the source of pictures");
        }
    }

    @Test
    void doesNotWaitForeverForTheBody() {
        try (ScriptedOrigin server = ScriptedOrigin.with((path, out) -> {
            head(out, "200 OK", "Content-Type: image/jpeg", "Content-Length: 500");
            out.write(JPEG);
            out.flush();
            ScriptedOrigin.hang();
        })) {
            assertFails(server.base(), SHORT, "did not answer within 300 ms");
        }
    }

    @Test
    void failsWhereNobodyListens() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        assertFails("http://127.0.0.1:" + port + "/t/p/", LIMITS, "cannot be read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "file:///etc/", "ftp://127.0.0.1/", "//127.0.0.1/", "http://bad host/", "jar:http://x/"})
    void asksOnlyAddressesOfTheWeb(String base) {
        assertFails(base, LIMITS, "has no usable address");
    }

    @Test
    void saysThatThereIsNone() {
        for (String status : new String[] {"404 Not Found", "410 Gone"}) {
            try (ScriptedOrigin server = ScriptedOrigin.with((path, out) -> send(out, status, "text/html", JPEG));
                    ImageOrigin origin = new ImageOrigin(server::base, LIMITS)) {
                assertThat(origin.fetch(POSTER)).as(status).isEmpty();
            }
        }
    }

    @Test
    void fetchesWhatItIsByItsFirstBytes() {
        for (Image.Type type : Image.Type.values()) {
            byte[] bytes =
                    switch (type) {
                        case JPEG -> jpeg(MAX_BYTES);
                        case PNG -> PNG;
                        case WEBP -> WEBP;
                    };
            try (ScriptedOrigin server =
                            ScriptedOrigin.with((path, out) -> send(out, "200 OK", "application/x-unknown", bytes));
                    ImageOrigin origin = new ImageOrigin(() -> server.base().replaceFirst("/$", ""), LIMITS)) {
                assertThat(origin.fetch(POSTER)).hasValueSatisfying(image -> {
                    assertThat(image.type()).isEqualTo(type);
                    assertThat(image.bytes()).isEqualTo(bytes);
                });
                assertThat(server.asked()).containsExactly("/t/p/w342/abc.jpg");
            }
        }
    }
}
