package movierec.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dismisses the first title of the list, asks again, and measures until the answer without it is there. */
record EventLatency(URI server, String token) {
    private static final Pattern FIRST = Pattern.compile("\\{\"titleId\":\"([^\"]+)\"");

    void print(int times) throws IOException, InterruptedException {
        double[] millis = new double[times];
        try (HttpClient client = HttpClient.newHttpClient()) {
            String first = first(ask(client));
            for (int i = 0; i < times; i++) {
                long started = System.nanoTime();
                dismiss(client, first);
                String next = ask(client);
                millis[i] = (System.nanoTime() - started) / 1e6;
                String now = first(next);
                if (next.contains("{\"titleId\":\"" + first + "\"")) {
                    throw new IllegalStateException(first + " was dismissed and is still there");
                }
                first = now;
            }
        }
        Arrays.sort(millis);
        System.out.printf(
                "event to visible (POST event + GET list): median %.2f ms, p95 %.2f ms, of %d%n",
                millis[times / 2], millis[times * 95 / 100], times);
    }

    private static String first(String list) {
        Matcher matcher = FIRST.matcher(list);
        if (!matcher.find()) {
            throw new IllegalStateException("An empty list: " + list);
        }
        return matcher.group(1);
    }

    private String ask(HttpClient client) throws IOException, InterruptedException {
        return client.send(request("/api/recommendations?limit=20").build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private void dismiss(HttpClient client, String titleId) throws IOException, InterruptedException {
        String body = "{\"titleId\":\"" + titleId + "\",\"kind\":\"dismissed\"}";
        HttpRequest request = request("/api/events")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException("The event was refused: " + answer.body());
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).header("Authorization", "Bearer " + token);
    }
}
