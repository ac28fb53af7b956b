package movierec.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import movierec.app.Config;
import movierec.app.ConfigLoader;
import movierec.app.Meters;
import movierec.app.Movierec;
import movierec.app.TrainingProcess;
import movierec.app.Wiring;
import movierec.identity.Account;
import movierec.identity.IssuedTokens;
import movierec.identity.UserId;
import movierec.server.docs.Build;
import movierec.server.docs.OpenApiContract;
import movierec.server.http.Route;
import movierec.server.metrics.Health;
import movierec.server.metrics.MeasuredTmdb;
import movierec.server.metrics.Metrics;
import movierec.server.recommend.MeasuredPipeline;
import movierec.server.security.RateLimits;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The whole product on a free port and a temporary folder. One is shared by all tests ({@link Shared}), which therefore make
 * users of their own. Every answer it gives is held against the API's description.
 */
public final class RunningServer implements AutoCloseable {
    public static final String PASSWORD = "three titles you love";
    private static final AtomicInteger USERS = new AtomicInteger();

    private final Path data;
    private final Metrics metrics = new Metrics("0.0.0", "test");
    private final Movierec movierec;
    private final List<Route> routes;
    private final HttpServer http;
    private final HttpClient client = HttpClient.newHttpClient();
    private final OpenApiContract contract = OpenApiContract.served();

    /** Someone who can be asked about: the account and a token of theirs. */
    public record Person(String email, UserId userId, String token, String refreshToken) {}

    private RunningServer(Map<String, String> settings, InstantSource clock, UnaryOperator<Config> change) {
        try {
            data = Files.createTempDirectory("movierec-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> all = new HashMap<>(settings);
        all.put("movierec.port", "0");
        all.put("movierec.schedule.enabled", "false");
        // a test asks no server but its own
        all.putIfAbsent("movierec.images", "none");
        movierec = Wiring.open(
                change.apply(ConfigLoader.defaults(data, all)),
                clock,
                new Meters(new MeasuredPipeline(metrics), new MeasuredTmdb(metrics), metrics::jobEnded));
        movierec.recommender()
                .search()
                .rebuild(movierec.recommender().state().get().catalogue().all());
        Health health = new Health(Map.of());
        routes = Routes.all(movierec, new TrainingProcess(data), Build.current(), metrics, health);
        http = new HttpServer(settings(), routes, Routes.authenticator(movierec), metrics, health);
        http.start();
    }

    private static HttpSettings settings() {
        return HttpSettings.of("127.0.0.1", 0, TestServer.LOG_KEY)
                .withRateLimits(new RateLimits.Settings(false, false, Map.of()));
    }

    /** A server with settings of its own. */
    public static RunningServer with(Map<String, String> settings) {
        return with(settings, InstantSource.system(), config -> config);
    }

    /** A server with a clock of its own, and with settings that no file can hold. */
    public static RunningServer with(Map<String, String> settings, InstantSource clock, UnaryOperator<Config> change) {
        return new RunningServer(settings, clock, change);
    }

    public Movierec movierec() {
        return movierec;
    }

    public Path data() {
        return data;
    }

    public List<Route> routes() {
        return routes;
    }

    public OpenApiContract contract() {
        return contract;
    }

    /** A new account, signed in. The first account of the server is another one, so that this is no admin. */
    public Person newUser() {
        if (movierec.people().accounts().list(0, 1).isEmpty()) {
            movierec.people().accounts().create("first@example.org", PASSWORD);
        }
        String email = "user" + USERS.incrementAndGet() + "@example.org";
        Account account = movierec.people().accounts().create(email, PASSWORD);
        IssuedTokens tokens = movierec.people().identity().signIn(email, PASSWORD, "test");
        return new Person(email, account.userId(), tokens.accessToken(), tokens.refreshToken());
    }

    /** The same person with a new token. */
    public Person again(Person person) {
        IssuedTokens tokens = movierec.people().identity().signIn(person.email(), PASSWORD, "test");
        return new Person(person.email(), person.userId(), tokens.accessToken(), tokens.refreshToken());
    }

    public Person newAdmin() {
        Person person = newUser();
        movierec.people().accounts().promote(person.email());
        movierec.people().identity().forget(person.userId());
        return person;
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    public HttpResponse<String> post(String path, String json, String... headers) {
        return send("POST", path, json, headers);
    }

    public HttpResponse<String> delete(String path, String... headers) {
        return send("DELETE", path, "", headers);
    }

    /** The header that signs a person in. */
    public static String[] as(Person person) {
        return new String[] {"Authorization", "Bearer " + person.token()};
    }

    /** Sends a body, if there is one, as JSON unless the headers name another type. */
    public HttpResponse<String> send(String method, String path, String body, String... headers) {
        return send(method, path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    public HttpResponse<String> send(String method, String path, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(http.address() + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (body.length > 0 && !List.of(headers).contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            routeOf(method, path).ifPresent(template -> contract.check(method, template, answer));
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<String> routeOf(String method, String path) {
        String bare = path.split("\\?", 2)[0];
        return routes.stream()
                .filter(route -> route.method().name().equals(method))
                .flatMap(route -> route.paths().stream())
                .filter(template -> bare.matches(template.replace(".", "\\.").replaceAll("\\{\\w+}", "[^/]+")))
                .sorted(Comparator.comparing(template -> template.contains("{")))
                .findFirst();
    }

    @Override
    public void close() {
        http.close();
        client.close();
        movierec.close();
        metrics.close();
        try (Stream<Path> files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hands the one shared server to the constructors of tests; it is stopped after the last test. */
    public static final class Shared implements ParameterResolver {
        private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(Shared.class);

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == RunningServer.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(HERE)
                    .computeIfAbsent("server", key -> with(Map.of()), RunningServer.class);
        }
    }
}
