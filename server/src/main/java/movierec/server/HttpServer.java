package movierec.server;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.servlet.JavalinServlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import movierec.failure.OutsideFailure;
import movierec.server.edge.Edge;
import movierec.server.edge.RequestLog;
import movierec.server.http.Answer;
import movierec.server.http.AnswerWriter;
import movierec.server.http.Exchange;
import movierec.server.http.Method;
import movierec.server.http.Route;
import movierec.server.http.RouteHandler;
import movierec.server.http.UnreadBody;
import movierec.server.metrics.Health;
import movierec.server.metrics.Metrics;
import movierec.server.problem.Problem;
import movierec.server.problem.Problems;
import movierec.server.security.Authenticator;
import movierec.server.security.ClientAddress;
import movierec.server.security.DevelopmentBypass;
import movierec.server.security.Guard;
import movierec.server.security.RateLimits;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/**
 * Starts and stops HTTP. From the outside in, a request passes Jetty's graceful handler, {@link Edge}, Javalin's router, the
 * {@link Guard} and its endpoint. Every request has a virtual thread of its own and may block.
 */
public final class HttpServer implements AutoCloseable {
    private static final int MAX_HEADER_BYTES = 16 * 1024;
    private static final int MAX_CONNECTIONS = 10_000;
    private static final int MIN_BODY_BYTES_PER_SECOND = 100;

    private final HttpSettings settings;
    private final Health health;
    private final Server server;
    private final ServerConnector connector;

    /**
     * @throws IllegalArgumentException with one clear sentence when the settings must not be started with
     */
    public HttpServer(
            HttpSettings settings, List<Route> routes, Authenticator authenticator, Metrics metrics, Health health) {
        refuseOpenBypass(settings, authenticator);
        this.settings = settings;
        this.health = health;
        Guard guard = new Guard(authenticator, new RateLimits(settings.rateLimits()));
        Edge edge = new Edge(
                settings.corsOrigins(),
                new ClientAddress(settings.trustedProxies()),
                settings.maxConcurrentRequests(),
                new RequestLog(settings.logHashKey()),
                metrics);
        edge.setHandler(servlet(routes, guard, edge));
        this.server = new Server(threads());
        this.connector = connector(server, settings);
        server.addConnector(connector);
        server.setHandler(new GracefulHandler(edge));
        server.setErrorHandler(edge.errorHandler());
        server.setStopTimeout(settings.stopTimeout().toMillis());
    }

    private static void refuseOpenBypass(HttpSettings settings, Authenticator authenticator) {
        if (!(authenticator instanceof DevelopmentBypass)) {
            return;
        }
        try {
            if (InetAddress.getByName(settings.host()).isLoopbackAddress()) {
                return;
            }
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("movierec.host: " + settings.host() + " is unknown", e);
        }
        throw new IllegalArgumentException(
                "movierec.dev.auth-bypass lets everybody in as admin, so it needs movierec.host=127.0.0.1, not "
                        + settings.host());
    }

    private static QueuedThreadPool threads() {
        // Few platform threads accept and select; whatever may block runs on virtual ones.
        QueuedThreadPool threads = new QueuedThreadPool(16, 4);
        threads.setName("http");
        VirtualThreadPool virtual = new VirtualThreadPool();
        virtual.setName("request");
        threads.setVirtualThreadsExecutor(virtual);
        return threads;
    }

    private static ServerConnector connector(Server server, HttpSettings settings) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(MAX_HEADER_BYTES);
        http.setMinRequestDataRate(MIN_BODY_BYTES_PER_SECOND);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(settings.idleTimeout().toMillis());
        connector.setAcceptQueueSize(1024);
        server.addBean(new NetworkConnectionLimit(MAX_CONNECTIONS, connector));
        return connector;
    }

    private static ServletContextHandler servlet(List<Route> routes, Guard guard, Edge edge) {
        Javalin javalin = Javalin.create(config -> configure(config, routes, guard));
        ServletContextHandler context = new ServletContextHandler(ServletContextHandler.NO_SESSIONS);
        context.setContextPath("/");
        context.addServlet(new ServletHolder(new JavalinServlet(javalin.unsafe)), "/*");
        context.setErrorHandler(edge.errorHandler());
        return context;
    }

    private static void configure(JavalinConfig config, List<Route> routes, Guard guard) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        for (Route route : routes) {
            for (String path : route.paths()) {
                RouteHandler handler = new RouteHandler(route, path, guard);
                config.routes.addHttpHandler(
                        HandlerType.findOrCreate(route.method().name()), path, handler);
                if (route.method() == Method.GET) {
                    config.routes.head(path, handler);
                }
            }
        }
        config.routes.exception(HttpResponseException.class, HttpServer::unrouted);
        config.routes.exception(Exception.class, (failure, context) -> write(context, Problems.of(failure)));
    }

    /** Javalin found no route. */
    private static void unrouted(HttpResponseException failure, Context context) {
        String path = context.req().getRequestURI();
        String allowed = failure.getDetails().getOrDefault("availableMethods", "");
        write(
                context,
                failure.getStatus() == 405
                        ? Problems.methodNotAllowed(context.req().getMethod(), allowed)
                        : Problems.notFound(path));
    }

    private static void write(Context context, Problem problem) {
        UnreadBody.discard(context.req());
        Exchange exchange = (Exchange) context.req().getAttribute(Exchange.ATTRIBUTE);
        byte[] body = problem.json(context.req().getRequestURI(), exchange.requestId());
        Answer answer = Answer.bytes(problem.status(), Problem.CONTENT_TYPE, body);
        for (Map.Entry<String, String> header : problem.headers().entrySet()) {
            answer = answer.header(header.getKey(), header.getValue());
        }
        try {
            AnswerWriter.write(context.req(), context.res(), answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // the client is gone
        }
    }

    /** Begins to listen, and says that the server is ready. */
    public void start() {
        try {
            server.start();
        } catch (IOException e) {
            String where = settings.host() + ":" + settings.port();
            throw new OutsideFailure(
                    "network", "cannot listen on " + where + " (" + e.getMessage() + "); choose another port", true, e);
        } catch (Exception e) {
            throw new IllegalStateException("The HTTP server did not start", e);
        }
        health.started();
    }

    /** The port that is listened on. */
    public int port() {
        return connector.getLocalPort();
    }

    /** Where it answers, such as {@code http://127.0.0.1:8080}. */
    public String address() {
        String host = settings.host().indexOf(':') < 0 ? settings.host() : "[" + settings.host() + "]";
        return "http://" + host + ":" + port();
    }

    /** Stops listening, lets running requests end within the limit, then closes what is left. */
    @Override
    public void close() {
        health.stopping();
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The HTTP server did not stop cleanly", e);
        }
    }
}
