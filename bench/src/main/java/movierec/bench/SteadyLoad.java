package movierec.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Requests at a constant rate, whatever the server does: every fourth is an event, which is written to disk and makes that user's
 * next list a fresh one, the others ask for personal lists. A latency counts from the moment the request was due, so that a
 * stall counts for everyone who would have come meanwhile.
 */
final class SteadyLoad implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI server;
    private final List<String> tokens;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger sent = new AtomicInteger();
    private final Queue<Sample> samples = new ConcurrentLinkedQueue<>();
    private final long start = System.nanoTime();
    private final int perSecond;

    /** A request: when it was due and how long it took, in nanoseconds, and whether it was answered with success. */
    record Sample(long due, long took, boolean ok) {}

    SteadyLoad(URI server, List<String> tokens, int perSecond) {
        this.server = server;
        this.tokens = List.copyOf(tokens);
        this.perSecond = perSecond;
        clock.scheduleAtFixedRate(this::sendWhatIsDue, 0, 1, TimeUnit.MILLISECONDS);
    }

    private void sendWhatIsDue() {
        long now = System.nanoTime();
        for (long due = due(); due <= now; due = due()) {
            send(sent.getAndIncrement(), due);
        }
    }

    private long due() {
        return start + sent.get() * 1_000_000_000L / perSecond;
    }

    private void send(int number, long due) {
        HttpRequest request = request(number);
        client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
                .whenComplete((answer, failure) -> samples.add(
                        new Sample(due, System.nanoTime() - due, failure == null && answer.statusCode() / 100 == 2)));
    }

    private HttpRequest request(int number) {
        // 7 and the number of users have no common divisor, so every user gets both kinds of requests.
        String token = tokens.get((int) (number * 7L % tokens.size()));
        HttpRequest.Builder request =
                HttpRequest.newBuilder().timeout(PATIENCE).header("Authorization", "Bearer " + token);
        if (number % 4 > 0) {
            return request.uri(server.resolve("/api/recommendations?limit=20")).build();
        }
        String body = "{\"titleId\":\"movie:603\",\"kind\":\"clicked\"}";
        return request.uri(server.resolve("/api/events"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    /** Requests that were due between two moments of {@link System#nanoTime}. */
    List<Sample> between(long from, long to) {
        List<Sample> some = new ArrayList<>();
        for (Sample sample : samples) {
            if (sample.due() >= from && sample.due() < to) {
                some.add(sample);
            }
        }
        return some;
    }

    static void print(String phase, List<Sample> samples) throws IOException {
        if (samples.isEmpty()) {
            throw new IOException("No request was answered");
        }
        double[] millis = samples.stream()
                .mapToDouble(sample -> sample.took() / 1e6)
                .sorted()
                .toArray();
        System.out.printf(
                "  %-22s %6d requests  p50 %6.2f  p99 %7.2f  p99.9 %7.2f  slowest %7.2f ms  failed %d%n",
                phase,
                millis.length,
                millis[millis.length / 2],
                millis[millis.length * 99 / 100],
                millis[millis.length * 999 / 1000],
                millis[millis.length - 1],
                samples.stream().filter(sample -> !sample.ok()).count());
    }

    @Override
    public void close() {
        clock.shutdownNow();
        client.shutdownNow();
    }
}
