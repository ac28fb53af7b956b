package movierec.catalogue.images;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import movierec.failure.OutsideFailure;
import org.jspecify.annotations.Nullable;

/**
 * Where the source keeps its pictures. Nothing it says is believed: neither that something is a picture nor how long it is, and
 * nobody is sent elsewhere. Thread-safe.
 */
final class ImageOrigin implements AutoCloseable {
    private final Supplier<String> base;
    private final Limits limits;
    /** Made for the first picture: many a process fetches none. */
    private @Nullable HttpClient client;

    /**
     * @param maxBytes of one picture
     * @param whole from the question to the last byte of the answer
     */
    record Limits(int maxBytes, Duration connect, Duration whole) {
        static final Limits DEFAULT = new Limits(5 * 1024 * 1024, Duration.ofSeconds(2), Duration.ofSeconds(10));
    }

    /** @param base address that sizes and file names are appended to, such as {@code https://image.tmdb.org/t/p/} */
    ImageOrigin(Supplier<String> base, Limits limits) {
        this.base = base;
        this.limits = limits;
    }

    private synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .connectTimeout(limits.connect())
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
        }
        return client;
    }

    /**
     * The picture, or empty when there is none of this name.
     *
     * @throws OutsideFailure when neither can be said
     */
    Optional<Image> fetch(ImageName name) {
        HttpResponse<byte[]> answer = ask(HttpRequest.newBuilder(address(name))
                .timeout(limits.whole())
                .header("Accept", "image/jpeg, image/png, image/webp")
                .build());
        return switch (answer.statusCode()) {
            case 200 ->
                Optional.of(Image.of(answer.body())
                        .orElseThrow(() -> failure("sent something that is no JPEG, PNG or WebP")));
            case 404, 410 -> Optional.empty();
            default -> throw failure("answered with status " + answer.statusCode());
        };
    }

    private URI address(ImageName name) {
        String start = base.get();
        if (!start.startsWith("https://") && !start.startsWith("http://")) {
            throw failure("has no usable address: \"" + start + "\"");
        }
        try {
            return URI.create(start + (start.endsWith("/") ? "" : "/") + name.path());
        } catch (IllegalArgumentException e) {
            throw failure("has no usable address: \"" + start + "\"", e);
        }
    }

    private HttpResponse<byte[]> ask(HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> answer = client().sendAsync(request, this::limited);
        try {
            // the client's own limit ends with the headers
            return answer.get(limits.whole().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw failure("did not answer within " + limits.whole().toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw failure("cannot be read: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("was not waited for", e);
        } finally {
            answer.cancel(true);
        }
    }

    private BodySubscriber<byte[]> limited(ResponseInfo info) {
        if (info.statusCode() != 200) {
            return BodySubscribers.replacing(new byte[0]);
        }
        long announced = info.headers().firstValueAsLong("Content-Length").orElse(0);
        return BodySubscribers.limiting(
                BodySubscribers.ofByteArray(), announced > limits.maxBytes() ? 0 : limits.maxBytes());
    }

    private static OutsideFailure failure(String what) {
        return failure(what, new IOException(what));
    }

    private static OutsideFailure failure(String what, Throwable cause) {
        return new OutsideFailure("images", "the source of pictures " + what, true, cause);
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.shutdownNow();
        }
    }
}
