package movierec.server.title;

import static movierec.server.Answers.header;
import static movierec.server.Answers.problem;
import static movierec.server.Answers.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import movierec.catalogue.images.ImageMode;
import movierec.catalogue.images.ImageProxy;
import movierec.server.TestServer;
import movierec.server.http.Answer;
import movierec.server.http.Policy;
import movierec.server.http.Route;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures over HTTP, with a source beside it that has one poster, sends a web page as another, and fails for a third. */
@SuppressWarnings("NullAway.Init")
final class ImageEndpointTest {
    private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452");

    @TempDir
    Path folder;

    private HttpServer source;
    private ImageProxy images;

    @BeforeEach
    void start() throws IOException {
        source = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        source.createContext("/t/p/", ImageEndpointTest::answer);
        source.start();
        String base = "http://127.0.0.1:" + source.getAddress().getPort() + "/t/p/";
        images = new ImageProxy(folder.resolve("images"), 1 << 20, () -> base, InstantSource.system());
    }

    @AfterEach
    void stop() {
        images.close();
        source.stop(0);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            exchange.getResponseHeaders().add("Content-Type", "image/jpeg");
            if (path.endsWith("/abc.jpg")) {
                exchange.sendResponseHeaders(200, PNG.length);
                exchange.getResponseBody().write(PNG);
            } else if (path.endsWith("/page.jpg")) {
                exchange.sendResponseHeaders(200, 6);
                exchange.getResponseBody().write(new byte[] {'<', 'h', 't', 'm', 'l', '>'});
            } else {
                exchange.sendResponseHeaders(path.endsWith("/broken.jpg") ? 500 : 404, -1);
            }
        }
    }

    private TestServer server(ImageMode mode) {
        Route route = Route.get("/api/images/{size}/{file}", new ShowImage(images, mode))
                .open()
                .limited(Policy.IMAGES);
        return TestServer.with(
                route, Route.get("/other", call -> Answer.ok(Map.of())).open());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/original/abc.jpg",
                "/w343/abc.jpg",
                "/w342/abc.svg",
                "/w342/abc.jpg%00",
                "/w342/a%20b.jpg",
                "/w342/%2e%2e%5cabc.jpg",
                "/w342/missing.jpg"
            })
    void anUnknownPictureIsNotFound(String path) {
        try (TestServer server = server(ImageMode.PROXY_CACHE)) {
            HttpResponse<String> answer = server.get("/api/images" + path);

            assertThat(answer.statusCode()).as(answer.body()).isIn(400, 404);
            problem(answer.statusCode(), answer);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"broken.jpg", "page.jpg"})
    void whatCannotBeFetchedIsUnavailable(String file) {
        try (TestServer server = server(ImageMode.PROXY_CACHE)) {
            for (int attempt = 0; attempt < 2; attempt++) {
                HttpResponse<String> answer = server.get("/api/images/w342/" + file);

                problem(503, answer);
                assertThat(Integer.parseInt(header(answer, "Retry-After"))).isPositive();
                assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
            }
        }
    }

    @Test
    void otherModesHandOutNothing() {
        for (ImageMode mode : new ImageMode[] {ImageMode.HOTLINK, ImageMode.NONE}) {
            try (TestServer server = server(mode)) {
                problem(404, server.get("/api/images/w342/abc.jpg"));
            }
        }
    }

    @Test
    void aPictureIsKeptByBrowsersAndTakenForNothingElse() {
        try (TestServer server = server(ImageMode.PROXY_CACHE)) {
            HttpResponse<String> answer = server.get("/api/images/w342/abc.jpg", "Accept-Encoding", "gzip");

            status(200, answer);
            assertThat(header(answer, "Content-Type")).as("by its bytes").isEqualTo("image/png");
            assertThat(header(answer, "Content-Length")).isEqualTo(Integer.toString(PNG.length));
            assertThat(header(answer, "Cache-Control")).isEqualTo("public, max-age=604800");
            assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(header(answer, "Content-Security-Policy")).contains("default-src 'none'");
            String tag = header(answer, "ETag");
            assertThat(tag).matches("\"[0-9a-f]{32}\"");
            status(304, server.get("/api/images/w342/abc.jpg", "If-None-Match", tag));
            status(200, server.get("/api/images/w342/abc.jpg", "If-None-Match", "\"other\""));
        }
    }

    @Test
    void aPageOfPostersLeavesTheBudgetOfTheApiAlone() {
        try (TestServer server = server(ImageMode.PROXY_CACHE)) {
            for (int poster = 0; poster < 700; poster++) {
                status(200, server.get("/api/images/w342/abc.jpg"));
            }

            assertThat(header(server.get("/api/images/w342/abc.jpg"), "RateLimit-Policy"))
                    .isEqualTo("\"images\";q=6000;w=60");
            assertThat(header(server.get("/other"), "RateLimit")).contains("\"default\";r=599;");
        }
    }
}
