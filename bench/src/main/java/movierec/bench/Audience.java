package movierec.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import movierec.app.Config;
import movierec.app.Wiring;
import movierec.app.Meters;
import movierec.app.Movierec;
import movierec.identity.Account;
import movierec.learning.Progress;
import movierec.taste.Event;
import movierec.taste.EventKind;
import movierec.title.Title;

/** The users of a benchmark: real accounts with favourites, and a trained model. */
record Audience(int users) {
    private static final String PASSWORD = "a long bench passphrase";
    private static final int FAVOURITES = 20;

    static Audience create(Config config, int users) {
        SplittableRandom random = new SplittableRandom(1);
        try (Movierec movierec = Wiring.open(config, InstantSource.system(), Meters.NONE)) {
            movierec.train(Progress.NONE);
            List<Title> titles = movierec.stores().titles().all();
            for (int user = 0; user < users; user++) {
                Account account = movierec.people().accounts().create(email(user), PASSWORD);
                List<Event> events = new ArrayList<>();
                for (int favourite = 0; favourite < FAVOURITES; favourite++) {
                    Title title = titles.get(random.nextInt(titles.size()));
                    events.add(Event.of(
                            title.id(), EventKind.FAVOURITE, Instant.now().minusSeconds(favourite)));
                }
                movierec.stores().events().record(account.userId(), events);
            }
        }
        return new Audience(users);
    }

    private static String email(int user) {
        return "bench" + user + "@example.org";
    }

    List<String> signIn(URI server) throws IOException, InterruptedException {
        List<String> tokens = new ArrayList<>();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int user = 0; user < users; user++) {
                String body = "{\"email\":\"" + email(user) + "\",\"password\":\"" + PASSWORD + "\"}";
                HttpRequest request = HttpRequest.newBuilder(server.resolve("/api/auth/signin"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
                String answer = client.send(request, HttpResponse.BodyHandlers.ofString())
                        .body();
                Matcher token = Pattern.compile("\"AccessToken\":\"([^\"]+)\"").matcher(answer);
                if (!token.find()) {
                    throw new IllegalStateException("No token: " + answer);
                }
                tokens.add(token.group(1));
            }
        }
        return tokens;
    }

    byte[] ask(URI server, String token) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(server.resolve("/api/recommendations?limit=20"))
                    .header("Authorization", "Bearer " + token)
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
        }
    }
}
