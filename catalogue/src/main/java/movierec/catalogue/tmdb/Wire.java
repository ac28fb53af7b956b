package movierec.catalogue.tmdb;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends requests and brings back whole answers. The only place where the credential meets an address. Thread-safe. */
final class Wire implements AutoCloseable {
    private static final String USER_AGENT = "MovieRec";
    private static final long MAX_FILE_BYTES = 512L << 20;

    private final URI base;
    private final TmdbCredential credential;
    private final int maxBodyBytes;
    private final HttpClient http;

    Wire(URI base, TmdbCredential credential, TmdbLimits limits) {
        this.base = base;
        this.credential = credential;
        this.maxBodyBytes = limits.maxBodyBytes();
        // A redirect could carry the credential elsewhere, so none is followed.
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(limits.timeout())
                .build();
    }

    /** @param timeout until the last byte */
    Reply send(TmdbRequest request, Duration timeout) throws IOException, InterruptedException {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(base + request.target(credential.parameters())))
                .header("Accept", "application/json")
                .header("Accept-Encoding", "gzip")
                .header("User-Agent", USER_AGENT);
        credential.headers().forEach(builder::header);
        if (!request.etag().isEmpty()) {
            builder.header("If-None-Match", request.etag());
        }
        HttpResponse<byte[]> response =
                await(builder.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), maxBodyBytes), timeout);
        return Reply.of(response, maxBodyBytes);
    }

    /** Fetches a public file, without credential; says the HTTP status. */
    int download(URI file, Path target, Duration timeout) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(file).header("User-Agent", USER_AGENT).build();
        return await(request, BodyHandlers.limiting(BodyHandlers.ofFile(target), MAX_FILE_BYTES), timeout)
                .statusCode();
    }

    /** The client's own timeout ends with the headers; this one also covers a body that never ends. */
    private <T> HttpResponse<T> await(HttpRequest request, HttpResponse.BodyHandler<T> handler, Duration timeout)
            throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<T>> future = http.sendAsync(request, handler);
        try {
            return future.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("no whole answer within " + timeout.toMillis() + " ms");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof HttpTimeoutException timedOut) {
                throw timedOut;
            }
            throw new IOException("the connection failed or broke off", e.getCause());
        } finally {
            future.cancel(true);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
