package movierec.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import movierec.failure.Refusal;
import movierec.identity.UserId;
import movierec.server.docs.Build;
import movierec.server.http.Caller;
import movierec.server.http.Route;
import movierec.server.metrics.Health;
import movierec.server.metrics.Metrics;
import movierec.server.security.Authenticator;

/** A server on a free port with the platform's routes and some of a test's own, and ways to talk to it. */
public final class TestServer implements AutoCloseable {
    public static final byte[] LOG_KEY = "0123456789abcdef".getBytes(StandardCharsets.UTF_8);

    /** Tokens are {@code user-NAME} and {@code admin-NAME}; keys are {@code key-SCOPE}. */
    public static final Authenticator NAMES = new Authenticator() {
        @Override
        public Caller bearer(String token) {
            if (token.startsWith("user-") || token.startsWith("admin-")) {
                return new Caller.User(new UserId(token), token.startsWith("admin-"));
            }
            throw new Refusal.Unauthenticated("Not authenticated");
        }

        @Override
        public Caller apiKey(String key) {
            if (key.startsWith("key-")) {
                return new Caller.App(key, Set.of(key.substring(4)));
            }
            throw new Refusal.Unauthenticated("Not authenticated");
        }
    };

    public final HttpServer http;
    public final Metrics metrics = new Metrics("0.0.0", "test");
    public final Health health = new Health(Map.of());
    private final HttpClient client = HttpClient.newHttpClient();

    private TestServer(UnaryOperator<HttpSettings> settings, List<Route> routes, Authenticator authenticator) {
        List<Route> all = new ArrayList<>(routes);
        all.addAll(Routes.platform(Build.current(), "", metrics, health));
        http = new HttpServer(
                settings.apply(HttpSettings.of("127.0.0.1", 0, LOG_KEY)), all, authenticator, metrics, health);
        http.start();
    }

    public static TestServer with(Route... routes) {
        return with(settings -> settings, routes);
    }

    public static TestServer with(UnaryOperator<HttpSettings> settings, Route... routes) {
        return new TestServer(settings, List.of(routes), NAMES);
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    public HttpResponse<String> post(String path, String json, String... headers) {
        List<String> all = new ArrayList<>(List.of("Content-Type", "application/json"));
        all.addAll(List.of(headers));
        return send("POST", path, json, all.toArray(String[]::new));
    }

    public HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(http.address() + path))
                .timeout(Duration.ofSeconds(20))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    public HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends bytes as they are and returns whatever comes back until the server closes. */
    public String raw(byte[] bytes) {
        try (Socket socket = new Socket("127.0.0.1", http.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(answer);
            return answer.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String raw(String text) {
        return raw(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() {
        http.close();
        client.close();
        metrics.close();
    }
}
