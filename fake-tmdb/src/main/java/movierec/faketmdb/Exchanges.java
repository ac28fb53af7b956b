package movierec.faketmdb;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import movierec.faketmdb.RequestLog.Entry;
import movierec.faketmdb.world.FakeWorld;

/** Answers requests: rightly, or with what the script says. */
final class Exchanges {
    private final FakeWorld world;
    private final Credentials credentials;
    private final RateLimit limit;
    private final Script script;
    private final RequestLog log;
    private final List<Route> routes;
    private final Exports exports;
    private final Images images = new Images();
    private final Control control;

    Exchanges(FakeWorld world, FakeSettings settings, Script script, RequestLog log, String root) {
        this.world = world;
        this.credentials = new Credentials(settings.credential());
        this.limit = new RateLimit(settings.requestsPerSecond());
        this.script = script;
        this.log = log;
        this.routes = new Api(world, root + "/t/p/").routes();
        this.exports = new Exports(world);
        this.control = new Control(script, log);
    }

    void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String query =
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        if (path.startsWith(Control.PATH)) {
            Answer answer = control.answer(exchange.getRequestMethod(), path, Request.query(query));
            Outcome.whole(answer).send(exchange);
            return;
        }
        long arrived = System.nanoTime();
        log.begin();
        Outcome outcome = Outcome.SILENCE;
        try {
            outcome = outcome(exchange, path, query, arrived);
        } finally {
            // Before anything is sent, so that whoever has the answer finds the request in the log.
            log.end(new Entry(
                    arrived,
                    exchange.getRequestMethod(),
                    path,
                    RequestLog.masked(query),
                    template(path),
                    header(exchange, "If-None-Match"),
                    outcome.answer().status()));
            outcome.send(exchange);
        }
    }

    private Outcome outcome(HttpExchange exchange, String path, String query, long arrived) {
        Optional<Fault> fault = script.fault(path);
        if (fault.isEmpty()) {
            // Files and pictures come from other hosts, which have no such limit.
            boolean allowed = !path.startsWith(RequestLog.API) || limit.pass(arrived);
            return Outcome.whole(allowed ? right(exchange, path, query) : TmdbError.TOO_MANY.answer());
        }
        return switch (fault.get()) {
            case Fault.TmdbFailure failure -> Outcome.whole(failure(failure.status()));
            case Fault.RetryAfter later -> Outcome.whole(retryAfter(later));
            case Fault.HtmlPage page -> Outcome.whole(html(page.status()));
            case Fault.Garbage() -> Outcome.whole(html(200));
            case Fault.Slow(Duration delay) -> {
                await(delay);
                yield Outcome.whole(right(exchange, path, query));
            }
            case Fault.CutOff() -> Outcome.half(right(exchange, path, query));
            case Fault.Hang() -> {
                await(Duration.ofDays(1));
                yield Outcome.SILENCE;
            }
            case Fault.Outage() -> Outcome.SILENCE;
        };
    }

    private static Answer failure(int status) {
        return switch (status) {
            case 401 -> TmdbError.INVALID_KEY.answer();
            case 404 -> TmdbError.NOT_FOUND.answer();
            // The recorded body of this one lacks the key "success".
            case 429 -> TmdbError.TOO_MANY.shortAnswer();
            case 503 -> TmdbError.MAINTENANCE.answer();
            case 504 -> TmdbError.TIMED_OUT.answer();
            default -> TmdbError.INTERNAL.answer();
        };
    }

    private Answer retryAfter(Fault.RetryAfter later) {
        String value =
                switch (later.form()) {
                    case SECONDS -> String.valueOf(later.delay().toSeconds());
                    case DATE ->
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                ZonedDateTime.ofInstant(world.now().plus(later.delay()), ZoneOffset.UTC));
                };
        return failure(429).with("Retry-After", value);
    }

    private static Answer html(int status) {
        return Answer.html(
                status, "<html><head><title>%d</title></head><body><h1>Not today</h1></body></html>".formatted(status));
    }

    /** Ends early when the server closes, which interrupts its threads. */
    private static void await(Duration delay) {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer right(HttpExchange exchange, String path, String rawQuery) {
        if (!exchange.getRequestMethod().equals("GET")) {
            return TmdbError.METHOD.answer();
        }
        String known = header(exchange, "If-None-Match");
        if (path.startsWith("/p/exports/")) {
            return exports.file(path.substring("/p/exports/".length()));
        }
        if (path.startsWith("/t/p/")) {
            return images.picture(path.substring("/t/p/".length())).unless(known);
        }
        Map<String, String> query = Request.query(rawQuery);
        if (!credentials.accept(header(exchange, "Authorization"), query.getOrDefault("api_key", ""))) {
            return TmdbError.INVALID_KEY.answer();
        }
        return api(path, query).unless(known);
    }

    private Answer api(String path, Map<String, String> query) {
        for (Route route : routes) {
            Optional<Map<String, String>> variables = route.match(path);
            if (variables.isPresent()) {
                try {
                    return route.handler().apply(new Request(variables.get(), query));
                } catch (TmdbError.Raised refused) {
                    return refused.error().answer();
                }
            }
        }
        return TmdbError.NOT_FOUND.answer();
    }

    private String template(String path) {
        if (path.startsWith("/p/exports/")) {
            return "/p/exports/{file}";
        }
        if (path.startsWith("/t/p/")) {
            return "/t/p/{size}/{file}";
        }
        return routes.stream()
                .filter(route -> route.match(path).isPresent())
                .map(Route::template)
                .findFirst()
                .orElse(path);
    }

    private static String header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
    }
}
