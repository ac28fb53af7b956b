package movierec.faketmdb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Asks a fake as a client of TMDB would. */
final class Client implements AutoCloseable {
    static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI root;

    Client(FakeTmdb fake) {
        this.root = fake.address().resolve("/");
    }

    /** @param path from {@code /3/} on, with its query */
    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path, Duration timeout) {
        return send(HttpRequest.newBuilder(root.resolve(path)).timeout(timeout).build(), BodyHandlers.ofString());
    }

    /** The body of an answer that must be a good one. */
    JsonNode json(String path) {
        HttpResponse<String> answer = get(path, "Authorization", "Bearer eyJhbGciOiJIUzI1NiJ9.e30.sig");
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answers " + answer.statusCode() + ": " + answer.body());
        }
        return parse(answer);
    }

    HttpResponse<byte[]> bytes(URI address, String... headers) {
        return send(request(address.getPath(), headers), BodyHandlers.ofByteArray());
    }

    HttpResponse<String> send(String method, String path) {
        return send(
                HttpRequest.newBuilder(root.resolve(path))
                        .method(method, BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }

    static JsonNode parse(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException wrong) {
            throw new AssertionError("Not JSON: " + answer.body(), wrong);
        }
    }

    /** Whether an answer is an error in TMDB's form. */
    static void assertRefused(HttpResponse<String> answer, int status, int code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(parse(answer).get("status_code").asInt()).isEqualTo(code);
        assertThat(parse(answer).get("success").asBoolean()).isFalse();
    }

    /** Ids of the rows of a list; 0 where there is none. */
    static List<Integer> ids(JsonNode page) {
        List<Integer> ids = new ArrayList<>();
        page.get("results").forEach(row -> ids.add(row.path("id").asInt()));
        return ids;
    }

    private HttpRequest request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve(path)).timeout(Duration.ofSeconds(30));
        return (headers.length == 0 ? request : request.headers(headers)).build();
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request, body);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
